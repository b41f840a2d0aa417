"""Whom it is for: professions and families by name, and who is only mentioned."""

import pytest

from submissions.reading.audiences import read_audience_prose, read_audience_value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ouders/verzorgers, leerkrachten en jeugdverpleegkundigen", "ouders onderwijs jgz"),
        ("opa's en oma's, pleegouders", "ouders"),
        ("meiden en jongens vanaf 12 jaar", "jongeren"),
        ("basisschoolkinderen en brugklassers", "jongeren"),
        ("IB-ers en schooldirecteuren", "onderwijs"),
        ("onderwijsondersteuners en vakdocenten", "onderwijs"),
        ("mensen uit het onderwijs", "onderwijs"),
        ("ambtenaren en RMC-consulenten", "gemeenten"),
        ("GGD-medewerkers, JGZ", "jgz"),
        ("sociaal werkers, gezinsvoogden en CJG-medewerkers", "jeugdhulp"),
        ("wethouders en bestuurders van samenwerkingsverbanden", "bestuurders"),
        ("alle professionals rond het kind", "professionals"),
        ("professionals uit onderwijs en jeugdhulp", "onderwijs jeugdhulp"),
        ("IEDEREEN", "iedereen"),
    ],
)
def test_values_of_a_label(value: str, expected: str) -> None:
    (found,) = read_audience_value(value, 0, 0.9)
    assert set(found.value) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouders kunnen dan iedere dag bellen.", "ouders"),
        ("Ben je een ouder van een thuiszitter? Kom dan langs!", "ouders"),
        ("Werk je in de jeugdhulp of in het onderwijs? Meld je aan.", "jeugdhulp onderwijs"),
        ("De training is gericht op mentoren.", "onderwijs"),
        ("Een middag voor en door jongeren.", "jongeren"),
        ("Professionals die met jongeren werken kunnen aanschuiven.", "professionals"),
        ("Voor wethouders, en reken vooral op vaders en moeders.", "bestuurders ouders"),
        ("Toegang vrij, iedereen mag binnenlopen.", "iedereen"),
        ("Jongeren vertellen hun verhaal aan leraren.", ""),
        ("Voor vragen kunt u terecht bij onze mentoren.", ""),
        ("Een gesprek tussen ouders en leraren over verzuim.", ""),
        ("Kunt u komen? Mail dan naar info@swv-noord.example.nl.", ""),
    ],
)
def test_running_text(text: str, expected: str) -> None:
    found = read_audience_prose(text)
    assert {slug for one in found for slug in one.value} == set(expected.split())
