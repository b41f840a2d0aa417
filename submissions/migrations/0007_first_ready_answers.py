"""The answers that every editorial office needs; editors change them at the desk."""

from django.db import migrations

ANSWERS = [
    ("reject", "Valt buiten de actieweek", "De actieweek is van {week}. Jouw activiteit is op {datum}. Daarom past die niet in deze agenda.\n\nOrganiseer je ook iets in de week zelf? Meld het dan aan, dan zetten we het erbij."),
    ("reject", "Gaat niet over thuiszitters", "In deze agenda staat wat scholen, ouders, gemeenten en zorg doen voor kinderen die niet naar school gaan. We zien in je aanmelding niet terug wat ‘{titel}’ met dat onderwerp te maken heeft.\n\nHeeft het er wel mee te maken? Vertel ons hoe, dan kijken we opnieuw."),
    ("reject", "Reclame", "Je bericht gaat vooral over een product of een dienst. De agenda is er voor activiteiten waar mensen aan mee kunnen doen, zonder iets te hoeven kopen."),
    ("reject", "Besloten bijeenkomst", "‘{titel}’ is alleen voor genodigden. In de agenda zetten we activiteiten waar anderen bij kunnen zijn of iets van kunnen leren.\n\nWil je achteraf vertellen wat eruit kwam? Stuur ons dan een kort verslag of een foto. Die kunnen we wel plaatsen."),
    ("reject", "Te weinig bekend", "We weten nog te weinig om ‘{titel}’ in de agenda te zetten, en kregen geen antwoord op onze vragen.\n\nWeet je meer? Antwoord dan op deze mail. We kijken er dan opnieuw naar."),
    ("question", "Wanneer is het?", "Op welke dag is ‘{titel}’, en hoe laat begint en eindigt het?"),
    ("question", "Waar is het?", "Waar is ‘{titel}’? Noem de naam van de locatie, de straat, het huisnummer en de plaats. Is het online? Dan horen we graag hoe mensen meedoen."),
    ("question", "Toestemming voor de foto", "Dank voor de foto. Staan er mensen herkenbaar op? Dan hebben we hun toestemming nodig, en bij kinderen onder de 16 jaar die van hun ouders. Je kunt dit zelf aangeven op je eigen pagina."),
    ("question", "Voor wie is het?", "Voor wie is ‘{titel}’ bedoeld? Bijvoorbeeld ouders, leraren, jongeren of gemeenten. En moeten mensen zich aanmelden?"),
    ("publish", "Kijk het na", "Klopt alles? Kijk het even na. Zie je een fout, antwoord dan op deze mail."),
    ("publish", "Stuur achteraf iets op", "We zijn benieuwd hoe het gaat. Stuur ons na afloop een foto, een verslag of een hand-out, dan delen we die met anderen. Veel succes!"),
    ("done", "Bedankt voor je materiaal", "Bedankt voor wat je stuurde. We hebben het bewaard en gebruiken het bij de actieweek van {editie}."),
    ("done", "Vraag over meedoen", "Iedereen kan meedoen met de actieweek. Bedenk een activiteit, klein of groot, en meld die aan met het formulier op onze site. Wij zetten haar in de agenda."),
]


def add(apps, schema_editor):
    rows = apps.get_model("submissions", "ReadyAnswer").objects
    for purpose, name, text in ANSWERS:
        rows.get_or_create(purpose=purpose, name=name, defaults={"text": text})


class Migration(migrations.Migration):
    dependencies = [("submissions", "0006_desk_together")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=True)]
