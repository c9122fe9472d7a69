"""What the accuracy benchmark counts: a gold, a TEI document, and how far they agree."""
