"""Words of institutions: after a name they make something of it that is no person (``Lenin Library``)."""

from __future__ import annotations

__all__ = ["INSTITUTIONS", "WITH_PERSON"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INSTITUTIONS = _words(
    """
    cup trophy derby academy act administration agency agreement airport amendment archive archives army
    article assembly association authority avenue award axis bank barracks base battalion bay beach bill
    block board boulevard brigade bridge brothers building bulletin bureau cabinet camp campaign canal
    cathedral cemetery center centre chapel charter chamber church circle circus city clinic club coast code
    college colleges command commission committee commonwealth community company conference congress
    constitution consulate convention corporation corps council county court courthouse covenant creek
    curtain dam declaration delegation department desert despatch directorate district division doctrine
    drive embassy empire engineers enterprises estate exchange expedition factory fair falls federation
    field file files fleet force forces forest formula foundation front fund gallery gardens gate gazette
    government group hall harbor harbour headquarters heights herald hill hills home hospital hotel house
    inc incident institute institution instruments insurance international island islands isles journal
    junction kingdom laboratories laboratory lake laundry law lab league legation legislature library lines
    lodge ltd magazine market materials memorial mill mine mines ministry mission monument motors mountain
    mountains museum navy network newspaper note notes observatory ocean office oil opera orchestra order
    organization outpost pact palace papers park parliament party pass peninsula petroleum pipeline plan
    plateau plaza point port post prison prize product products program project province provinces publishers railroad round
    railway ranch range reactor records refinery regiment region register reef report republic reservoir
    resort resolution restaurant review ridge river road rock room school schools sea seminary senate
    settlement shipyard shipyards shoals society square squadron stadium star station steel store strait
    straits street studio studios subcommittee summit system telegraph temple territory theater theatre
    times tower towers trail trading treaty tribunal trust tunnel union university valley village wall war
    waterway wharf woods works yard zone affairs commerce congressional federal imperial intelligence
    interior labor metropolitan presidential public security staff state states treasury united trusteeship
    secretariat conferences embassies departments communities nations allies allied delegations collection
    correspondence diaries diary diplomatic document documents historical manuscript memoranda memorandum
    telegrams tapes transcripts administrations presidency committee's council's minister's ministers
    """
)

# what may stand after a name without taking the person away
WITH_PERSON = _words(
    """
    amendment bill party camp administration government cabinet presidency visit mission papers diary note
    notes memorandum report file files
    """
)
