"""The addresses of the public programme."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import IntConverter

from agenda.views import (
    embed,
    exports,
    finding,
    health,
    materials,
    news,
    pages,
    pictures,
    results,
    texts,
)


class YearConverter(IntConverter):
    """Four digits, so that no other address of one number is taken for an edition."""

    regex = "20[0-9]{2}"


register_converter(YearConverter, "year")

app_name = "agenda"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<year:year>/agenda.ics", exports.ics, name="feed-ics"),
    path("<year:year>/agenda.atom", exports.atom_feed, name="feed-atom"),
    path("<year:year>/agenda.json", exports.json_feed, name="feed-json"),
    path("<year:year>/agenda.csv", exports.csv_table, name="feed-csv"),
    path("<year:year>/agenda/<slug:slug>.ics", exports.activity_ics, name="activity_ics"),
    path("<year:year>/insluiten/", embed.embed, name="embed"),
    path("", pages.home, name="home"),
    path("agenda/", pages.current_agenda, name="current_agenda"),
    path("<year:year>/", pages.edition, name="edition"),
    path("<year:year>/agenda/", pages.agenda, name="agenda"),
    path("<year:year>/week/", finding.week, name="week"),
    path("<year:year>/programma.pdf", finding.programme, name="programme"),
    path("<year:year>/wijzigingen/", news.changes, name="changes"),
    path("edities/", news.editions, name="editions"),
    path("<year:year>/kaart/", finding.map_page, name="map"),
    path("<year:year>/agenda/<slug:slug>/", pages.activity, name="activity"),
    path("<year:year>/boeket.png", pictures.edition_picture, name="edition_picture"),
    path("<year:year>/agenda/<slug:slug>.png", pictures.activity_picture, name="activity_picture"),
    path("<year:year>/terugblik/", results.lookback, name="lookback"),
    path("toolbox/", results.toolbox, name="toolbox"),
    path("partners/", results.partners, name="partners"),
    path("partners/<slug:slug>/", results.partner, name="partner"),
    path("materiaal/<uuid:public_id>/<path:name>", materials.material, name="material"),
    path("privacy", texts.privacy, name="privacy"),
    path("toegankelijkheid", texts.accessibility, name="accessibility"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", health.robots, name="robots"),
    path("sitemap.xml", health.sitemap, name="sitemap"),
    path(".well-known/security.txt", health.security_txt, name="security_txt"),
]
