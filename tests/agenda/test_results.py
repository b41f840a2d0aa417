from datetime import date

import pytest
from django.core.files.base import ContentFile

from agenda.models import MaterialKind, Partnership, Role, Status
from agenda.when import When
from tests.agenda.test_pages import text
from tests.factories import make_activity, make_edition, make_material, make_partner

pytestmark = pytest.mark.django_db


def test_lookback_shows_what_came_of_each_activity(client):
    activity = make_activity(title="Thuiszitterstop", when=When(date(2019, 6, 3)))
    make_activity(title="Zonder opbrengst")
    make_material(activity=activity, title="Verslag van de top", label="verslag")
    make_material(edition=activity.edition, title="Video van de week")
    html = text(client, "/2019/terugblik/")
    assert html.index("Thuiszitterstop") < html.index("Verslag van de top")
    assert "Video van de week" in html
    assert "Zonder opbrengst" not in html


def test_material_without_an_address_is_named_without_a_link(client):
    make_material(kind=MaterialKind.DOCUMENT, title="Rapport", url="", in_toolbox=True)
    html = text(client, "/toolbox/")
    assert "<strong>Rapport</strong>" in html
    assert "adres niet bekend" in html


def test_toolbox_is_by_edition_newest_first_then_what_is_always_of_use(client):
    make_material(title="Altijd", in_toolbox=True)
    make_material(title="Oud", in_toolbox=True, edition=make_edition(year=2017))
    make_material(title="Nieuw", in_toolbox=True, edition=make_edition(year=2019))
    make_material(title="Elders", edition=make_edition(year=2019))
    html = text(client, "/toolbox/")
    assert html.index("Nieuw") < html.index("Oud") < html.index("Altijd")
    assert "Elders" not in html


def test_material_that_is_not_public_or_of_a_hidden_activity_is_nowhere(client):
    hidden = make_activity(status=Status.HIDDEN)
    make_material(title="Geheim 1", activity=hidden, edition=hidden.edition, in_toolbox=True)
    make_material(title="Geheim 2", in_toolbox=True, is_public=False, edition=hidden.edition)
    for address in ("/toolbox/", "/2019/terugblik/", "/2019/"):
        assert "Geheim" not in text(client, address)


def test_partners_stand_by_their_name(client):
    for slug, name in (("a", "Onderwijsraad"), ("b", "Ieder(in)"), ("c", "Vakbond"), ("d", "LAKS")):
        make_partner(slug=slug, name=name)
    html = text(client, "/partners/")
    names = ("Ieder(in)", "LAKS", "Onderwijsraad", "Vakbond")
    assert [name for _, name in sorted((html.index(name), name) for name in names)] == list(names)


def test_partner_page_tells_its_role_in_each_edition_and_its_activities(client):
    partner = make_partner(slug="ingrado", name="Ingrado")
    for year, role in ((2017, Role.ORGANISER), (2019, Role.PARTICIPANT)):
        edition = make_edition(year=year)
        Partnership.objects.create(partner=partner, edition=edition, role=role)
        make_activity(edition=edition, title=f"Activiteit van {year}").partners.add(partner)
    html = text(client, "/partners/ingrado/")
    assert html.index("Activiteit van 2019") < html.index("Activiteit van 2017")
    assert html.index("Deelnemer") < html.index("Organisator")
    assert "Ingrado" in text(client, "/partners/")


def stored(content: bytes = b"%PDF-1.7", **fields: object) -> str:
    material = make_material(
        kind=MaterialKind.DOCUMENT, url="", file_name="Verslag top.pdf", in_toolbox=True,
        content_type="application/pdf", **fields,
    )  # fmt: skip
    material.file.save("verslag.pdf", ContentFile(content))
    return material.file.url


def test_file_is_downloaded_under_its_own_name_and_never_run(client):
    response = client.get(stored())
    assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response["Content-Disposition"] == 'attachment; filename="Verslag top.pdf"'
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_file_of_hidden_material_has_no_address(client):
    assert client.get(stored(is_public=False)).status_code == 404


def test_only_the_files_own_name_leads_to_it(client):
    address = stored()
    for other in (address + "x", address.replace("verslag.pdf", "../verslag.pdf")):
        assert client.get(other).status_code == 404
