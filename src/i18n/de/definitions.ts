import type { DEFINITIONS_EN } from "../en/definitions.ts";

/** What every figure means: in the explanation behind each panel and in the help. `defined.x` names what `define.x` says. */
export const DEFINITIONS_DE = {
  "explain.title": "Wie wird das gezählt?",
  "explain.inForce": "Es gilt",
  "explain.request": "Die Anfrage dahinter",
  "explain.period": "{period}, ganze Tage in UTC, nach Datum „{basis}“",
  "explain.markets": "Kundenmarkt: {markets}",
  "explain.partners": "Partnermarkt: {markets}",
  "explain.sizes": "Unternehmensgröße: {sizes}",
  "explain.outcomes": "Ergebnis: {outcomes}",
  "explain.time": "Daten vom {time} UTC",

  "defined.selection": "Zeitraum und Filter",
  "define.selection":
    "Ganze Tage in UTC, der erste und der letzte eingeschlossen, nach einem Datum: dem Erstelldatum, wenn Sie kein anderes wählen. Ohne Ihre Wahl gelten die zwölf Monate bis zu dem des neuesten Erstelldatums. Mehrere Werte eines Filters zählen zusammen; bei mehreren Filtern muss eine Empfehlung jeden erfüllen.",
  "defined.created": "Erstellt",
  "define.created": "Jede Empfehlung der Auswahl.",
  "defined.acknowledged": "Bestätigt",
  "define.acknowledged":
    "Empfehlungen, die ein Bestätigungsdatum haben oder „Angenommen“ erreicht haben: Sie müssen bestätigt worden sein, also zählt die Phase als erreicht.",
  "defined.accepted": "Angenommen",
  "define.accepted":
    "Empfehlungen, die ein Annahmedatum haben oder deren Ergebnis „Gewonnen“, „Verloren“ oder „Offen, angenommen“ ist.",
  "defined.won": "Gewonnen",
  "define.won": "Empfehlungen mit dem Ergebnis „Gewonnen“ und keine anderen.",
  "defined.outcome": "Ergebnis",
  "define.outcome":
    "Genau eines je Empfehlung, aus ihrem Status; Groß- und Kleinschreibung, Leerzeichen, Binde- und Unterstriche spielen keine Rolle. Gewonnen, verloren, abgelehnt, übersprungen, abgelaufen und verpasst gelten, wie sie dastehen; angenommen, aktiv und in Verhandlung sind „Offen, angenommen“, bestätigt und in Prüfung „Offen, bestätigt“, neu, ausstehend und eingegangen „Offen, neu“. Sagt der Status nichts darüber (archiviert, geschlossen oder leer), entscheidet das erste vorhandene Abschlussdatum: gewonnen, verloren, abgelehnt, abgelaufen, verpasst, übersprungen. Gibt es keines, sind archivierte und geschlossene „Geschlossen, Grund unbekannt“ und solche ohne Status offen, so weit ihre Daten reichen. Jeder andere Status gilt als unbekannt und wird gezeigt, wie er gesendet wurde.",
  "defined.exits": "Abgänge",
  "define.exits":
    "Eine Empfehlung, die nicht gewonnen wird, verlässt den Trichter einmal, auf der letzten erreichten Phase: als verloren, abgelehnt, übersprungen, abgelaufen, verpasst, geschlossen aus unbekanntem Grund oder mit unbekanntem Status; oder sie ist dort noch offen. Für jede Auswahl gilt: erstellt = gewonnen + Abgänge + noch offen.",
  "defined.open": "Offen",
  "define.open": "Empfehlungen, die weder gewonnen noch ausgeschieden sind: neu, bestätigt oder angenommen.",
  "defined.implied": "Erschlossen",
  "define.implied":
    "Empfehlungen, die eine Phase erreicht haben, ohne für sie ein eigenes Datum zu haben; sie werden gezählt und gekennzeichnet.",
  "defined.acceptance": "Annahmequote",
  "define.acceptance": "Angenommene im Verhältnis zu erstellten.",
  "defined.win": "Gewinnquote",
  "define.win": "Gewonnene im Verhältnis zu erstellten.",
  "defined.close": "Abschlussquote",
  "define.close": "Gewonnene im Verhältnis zu gewonnenen und verlorenen zusammen.",
  "defined.step": "Von der Phase davor",
  "define.step": "Empfehlungen einer Phase im Verhältnis zu denen, die die Phase davor erreicht haben.",
  "defined.share": "Anteil",
  "define.share": "Ein Teil aller Empfehlungen der Auswahl.",
  "defined.interval": "Quoten, Intervalle und „wenige“",
  "define.interval":
    "Eine Quote zeigt ihre Basis und, wo Quoten verglichen werden, ihr 95-%-Intervall nach Wilson: den Bereich, in dem die wahre Quote plausibel liegt. Eine Basis unter 30 ist mit „wenige“ gekennzeichnet. Ist die Basis 0, gibt es keine Quote (–), und das ist etwas anderes als 0 %.",
  "defined.change": "Änderung",
  "define.change":
    "Anzahlen ändern sich in Prozent, Quoten in Prozentpunkten. Der Zeitraum davor hat gleich viele Tage und endet am Tag zuvor; das Vorjahr meint dieselben Kalendertage, mit dem 28. statt des 29. Februars. Läuft der Zeitraum noch, enden beide mit den vergangenen Tagen. Beide Zeiträume sind ausgeschrieben. War die alte Anzahl 0, wird keine Änderung angegeben.",
  "defined.latest": "Letzter Monat",
  "define.latest":
    "Die vergangenen Tage des letzten Monats der Auswahl, verglichen mit denselben Tagen des Monats davor; ein ganzer Monat mit dem ganzen Monat davor.",
  "defined.trend": "Im Verlauf",
  "define.trend":
    "Empfehlungen nach dem Abschnitt ihres Datums, in UTC; Wochen beginnen am Montag. Automatisch ist das feinste Raster mit höchstens 60 Abschnitten. Die Achse kommt vom Zeitraum: Ein Abschnitt ohne Empfehlungen ist bei Anzahlen 0 und bei Quoten eine Lücke.",
  "defined.unfinished": "Unvollendet",
  "define.unfinished":
    "Ein Abschnitt, der nach dem Zeitpunkt der Daten endet oder den der Zeitraum nur zum Teil umfasst. Er ist hinter einem Schleier gezeichnet und bleibt außer Betracht, wo vom höchsten, niedrigsten oder letzten die Rede ist.",
  "defined.other": "Übrige",
  "define.other":
    "Höchstens acht Reihen werden gezeichnet, die größten des Zeitraums, gleich große nach ihrem Code; der Rest ergibt zusammen „Übrige“ und lässt sich öffnen.",
  "defined.mean": "Gleitender Mittelwert",
  "define.mean": "Der Mittelwert der letzten 7 oder 28 Tage, sobald so viele abgeschlossene Tage vorliegen.",
  "defined.rank": "Reihenfolge",
  "define.rank": "Nach Zahl der Empfehlungen; bei Gleichstand nach dem Code.",
  "defined.market": "Markt",
  "define.market":
    "Codes werden von Leerzeichen befreit, in Großbuchstaben gesetzt und dann addiert; ein leerer ist „Kein Markt“. Ein Code ohne Namen wird gezeigt, wie er ist.",
  "defined.routing": "Zuweisung",
  "define.routing":
    "Aus welchem Kundenmarkt Empfehlungen in welchen Partnermarkt gingen. „Im selben Markt“ heißt: Beide sind gleich.",
  "defined.times": "Antwortzeiten",
  "define.times":
    "Von erstellt bis bestätigt, von erstellt bis angenommen, von angenommen bis gewonnen, über Empfehlungen, die beide Daten in richtiger Folge haben. Median, 75. und 90. Perzentil, linear interpoliert. Sie gelten auf die Minute; wo nur Gruppen nach Tagen vorliegen, auf den Tag, und das steht dabei.",
  "defined.answered": "Rechtzeitig beantwortet",
  "define.answered":
    "Empfehlungen, die innerhalb der Frist nach dem Erstellen bestätigt oder angenommen wurden, im Verhältnis zu allen erstellten. Gesondert gezählt werden die, denen noch Zeit bleibt, und die, bei denen kein Datum sagt, wann sie beantwortet wurden. Was ohne Antwort abgelehnt, übersprungen, abgelaufen oder verpasst ist, wurde nie beantwortet.",
  "defined.overdue": "Überfällig",
  "define.overdue":
    "Empfehlungen, die mehr als 24 Stunden nach dem Erstellen noch neu oder bestätigt sind. Die von mehr als 14 Tagen, nach denen eine Empfehlung abläuft, sind eigens genannt. Unter „Antwortzeiten“ lassen sich andere Fristen wählen.",
  "defined.cohort": "Kohorte",
  "define.cohort":
    "Alle Empfehlungen, die im selben Abschnitt erstellt wurden, und wie weit sie bisher gekommen sind. Eine Kohorte ist unvollendet, solange einige davon noch offen sind oder der Abschnitt noch läuft.",
  "defined.quality": "Datenqualität",
  "define.quality":
    "Empfehlungen ohne Erstelldatum; mit unlesbarem Datum; mit Daten in falscher Folge (eines vor dem Erstellen, bestätigt nach angenommen, angenommen nach gewonnen oder verloren); mit Widerspruch zwischen Status und Daten (ein Ergebnis ohne sein Datum oder ein Abschlussdatum, dem der Status widerspricht); mit unbekanntem Status; mit einem Markt ohne Namen; oder mit einer ID, die mehrfach vorkommt. Sie lassen sich auflisten und zählen in jeder Zahl mit; ohne lesbares Datum liegt eine Empfehlung nur außerhalb der Zeiträume nach diesem Datum.",
  "defined.completeness": "Vollständig",
  "define.completeness":
    "Die Summe der Gruppen wird mit der Gesamtzahl derselben Anfrage verglichen. Hat der Dienst Gruppen ausgelassen, fragt die Seite nach engeren Teilen oder zählt die Empfehlungen selbst; fehlen dann noch welche, steht bei jeder betroffenen Zahl „unvollständig“ mit beiden Anzahlen.",

  "defined.audience": "Für Publikum",
  "define.audience":
    "Mit audience=safe in der Adresse, oder wenn die umgebende Seite es setzt, steht nirgends eine Zahl von 1 bis 4 und keine, aus der eine solche folgt. So kleine Zeilen stehen mit anderen zusammen, und die nächstgrößeren kommen dazu, bis es fünf sind. Kleine Phasen und Zeiträume werden mit den vorangehenden verbunden. Die Quoten einer Zeile fehlen, wo ein Teil von ihr klein ist, und mit ihnen die so vieler anderer Zeilen, dass er sich nicht errechnen lässt. Kunden tragen Kürzel, einzelne Empfehlungen werden nicht gezeigt, und exportiert wird nur, was zu sehen ist. Das ist eine Art, die Seite zu zeigen, kein Zugriffsschutz: Wer die Adresse ändern kann, sieht alles, und wer eine Liste von Namen hat, findet heraus, welches Kürzel zu wem gehört. Seiten mit anderem Zeitraum oder anderen Filtern werden nicht miteinander verglichen.",
} as const satisfies Record<keyof typeof DEFINITIONS_EN, string>;
