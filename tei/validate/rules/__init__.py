"""What grammars cannot say: pointers that point nowhere, ids used twice. One module a check."""
