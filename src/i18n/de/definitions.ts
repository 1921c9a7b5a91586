import type { DEFINITIONS_EN } from "../en/definitions.ts";

export const DEFINITIONS_DE = {
  "explain.title": "Wie wird das gezählt?",
  "explain.inForce": "Hier angewendet",
  "explain.request": "Zugrunde liegende Anfrage",
  "explain.period": "{period}, ganze Tage in UTC, nach Datum „{basis}“",
  "explain.markets": "Kundenmarkt: {markets}",
  "explain.partners": "Partnermarkt: {markets}",
  "explain.sizes": "Unternehmensgröße: {sizes}",
  "explain.outcomes": "Ergebnis: {outcomes}",
  "explain.time": "Datenstand: {time} UTC",

  "defined.selection": "Zeitraum und Filter",
  "define.selection":
    "Ganze Tage in UTC einschließlich des ersten und letzten Tages, nach einem Datum (Erstelldatum, wenn Sie kein anderes wählen). Standardzeitraum sind die zwölf Monate bis zum Monat des neuesten Erstelldatums. Werte desselben Filters gelten als „oder“, verschiedene Filter als „und“.",
  "defined.created": "Erstellt",
  "define.created": "Alle Empfehlungen der Auswahl.",
  "defined.acknowledged": "Bestätigt",
  "define.acknowledged":
    "Empfehlungen mit Bestätigungsdatum sowie alle, die „Angenommen“ erreicht haben, da sie bestätigt worden sein müssen.",
  "defined.accepted": "Angenommen",
  "define.accepted":
    "Empfehlungen mit Annahmedatum oder mit dem Ergebnis „Gewonnen“, „Verloren“ oder „Offen, angenommen“.",
  "defined.won": "Gewonnen",
  "define.won": "Empfehlungen mit dem Ergebnis „Gewonnen“.",
  "defined.outcome": "Ergebnis",
  "define.outcome":
    "Jede Empfehlung hat genau ein Ergebnis, das sich aus ihrem Status ergibt. Groß- und Kleinschreibung, Leerzeichen, Binde- und Unterstriche spielen keine Rolle. Gewonnen, verloren, abgelehnt, übersprungen, abgelaufen und verpasst werden übernommen. Angenommen, aktiv und in Verhandlung zählen als „Offen, angenommen“, bestätigt und in Prüfung als „Offen, bestätigt“, neu, ausstehend und eingegangen als „Offen, neu“. Ist der Status archiviert, geschlossen oder leer, entscheidet das erste vorhandene Datum in dieser Reihenfolge: gewonnen, verloren, abgelehnt, abgelaufen, verpasst, übersprungen. Fehlen alle, zählen archivierte und geschlossene als „Geschlossen, Grund unbekannt“; ein leerer Status zählt als offen, in der Phase, die die Daten zeigen. Jeder andere Status zählt als „Unbekannter Status“ und wird wie empfangen angezeigt.",
  "defined.exits": "Abgänge",
  "define.exits":
    "Eine nicht gewonnene Empfehlung scheidet genau einmal aus, in der letzten erreichten Phase: als „Verloren“, „Abgelehnt“, „Übersprungen“, „Abgelaufen“, „Verpasst“, „Geschlossen, Grund unbekannt“ oder „Unbekannter Status“. Andernfalls ist sie dort noch offen. Für jede Auswahl gilt: erstellt = gewonnen + Abgänge + noch offen.",
  "defined.open": "Offen",
  "define.open": "Empfehlungen, die weder gewonnen noch ausgeschieden sind: neu, bestätigt oder angenommen.",
  "defined.implied": "Abgeleitet",
  "define.implied":
    "Empfehlungen, die eine Phase erreicht haben, aber kein Datum dafür besitzen. Sie werden gezählt und gekennzeichnet.",
  "defined.acceptance": "Annahmequote",
  "define.acceptance": "Angenommen ÷ erstellt.",
  "defined.win": "Gewinnquote",
  "define.win": "Gewonnen ÷ erstellt.",
  "defined.close": "Abschlussquote",
  "define.close": "Gewonnen ÷ (gewonnen + verloren).",
  "defined.step": "Anteil an vorheriger Phase",
  "define.step":
    "Empfehlungen, die eine Phase erreicht haben, als Anteil derer, die die vorherige Phase erreicht haben.",
  "defined.share": "Anteil",
  "define.share": "Anteil an allen Empfehlungen der Auswahl.",
  "defined.interval": "Quoten und Konfidenzintervalle",
  "define.interval":
    "Quoten zeigen ihre Basis. Werden Quoten verglichen, zeigen sie zusätzlich das 95-%-Konfidenzintervall (Wilson): den Bereich, in dem die wahre Quote plausibel liegt. Eine Basis unter 30 ist mit „kleine Basis“ markiert. Bei einer Basis von 0 gibt es keine Quote (–); das ist nicht dasselbe wie 0 %.",
  "defined.change": "Veränderung",
  "define.change":
    "Anzahlen ändern sich in Prozent, Quoten in Prozentpunkten. Der vorherige Zeitraum hat gleich viele Tage und endet am Vortag. Der Vorjahreszeitraum umfasst dieselben Kalendertage; aus dem 29. wird der 28. Februar. Läuft der Zeitraum noch, zählen auf beiden Seiten nur die bisher vergangenen Tage. War die frühere Anzahl 0, wird keine Veränderung angezeigt. Empfehlungen des früheren Zeitraums zählen mit dem Stand, den sie im gleichen Alter hatten; was später geschah, bleibt außer Betracht, auch bei Antworten und Wartezeiten. „Mit heutigem Stand“ im Menü des Zeitraums zählt sie so, wie sie jetzt sind, ohne Farben; Tabellen zeigen beide Zahlen. Ein anderer Markt oder eine andere Größe wird über dieselben Tage verglichen, also bei gleichem Alter. Ist nicht datiert, wann etwas geschah, gilt es als bis dahin geschehen; betrifft das über 1 % einer Zahl, wird die Veränderung als Bereich angezeigt, und ganz ohne solche Daten als „nicht bei gleichem Alter“. Farbig sind nur sichere Veränderungen. Die Veränderung einer Quote liegt „im Rahmen des Zufalls“, wenn das 95-%-Konfidenzintervall der Differenz (Newcombe) 0 einschließt.",
  "defined.why": "Warum es sich verändert hat",
  "define.why":
    "Eine Quote ändert sich, weil Segmente einen größeren oder kleineren Anteil ausmachen (Änderung des Anteils × Abstand der mittleren Quote des Segments vom Gesamtmittel), und weil sich ihre eigenen Quoten ändern (Änderung der Quote × mittlerer Anteil). Ein Segment, das nur in einem Zeitraum vorkommt, wirkt allein durch seinen Anteil. Bei einer Anzahl steht für sich, was mehr oder weniger Empfehlungen ausmachen. Alle Teile ergeben genau die Veränderung. Segmente mit weniger als 30 Empfehlungen in beiden Zeiträumen sind zusammengefasst.",
  "defined.latest": "Aktueller Monat",
  "define.latest":
    "Der letzte Monat der Auswahl im Vergleich zum Vormonat. Läuft der Monat noch, werden nur die bisher vergangenen Tage verglichen.",
  "defined.trend": "Zeitverlauf",
  "define.trend":
    "Empfehlungen nach ihrem Datum, in Intervallen von Tagen, Wochen (ab Montag), Monaten, Quartalen oder Jahren (UTC). „Automatisch“ wählt das kürzeste Intervall, das höchstens 60 ergibt. Die Achse umfasst den ganzen Zeitraum: Ein Intervall ohne Empfehlungen ist bei Anzahlen 0 und bei Quoten eine Lücke.",
  "defined.unfinished": "Angebrochenes Intervall",
  "define.unfinished":
    "Ein Intervall, das nach dem Datenstand endet oder vom Zeitraum nur teilweise abgedeckt ist. Es ist blasser dargestellt und zählt nicht für höchste, niedrigste oder letzte Werte.",
  "defined.other": "Sonstige",
  "define.other":
    "Diagramme zeigen die acht größten Reihen des Zeitraums (bei Gleichstand nach Code). Die übrigen ergeben „Sonstige“; öffnen Sie es, um sie zu sehen.",
  "defined.mean": "Gleitender Durchschnitt",
  "define.mean": "Der Durchschnitt der letzten 7 oder 28 ganzen Tage.",
  "defined.rank": "Reihenfolge",
  "define.rank": "Nach Anzahl der Empfehlungen; bei Gleichstand nach Code.",
  "defined.market": "Markt",
  "define.market":
    "Marktcodes werden von Leerzeichen befreit, in Großbuchstaben umgewandelt und dann addiert. Ein leerer Code ist „Kein Markt“. Ein Code ohne bekannten Namen wird unverändert angezeigt.",
  "defined.routing": "Zuweisung",
  "define.routing":
    "Wie viele Empfehlungen von welchem Kundenmarkt an welchen Partnermarkt gingen. „Gleicher Markt“ heißt: Beide stimmen überein.",
  "defined.times": "Antwortzeiten",
  "define.times":
    "Zeit von erstellt bis bestätigt, von erstellt bis angenommen und von angenommen bis gewonnen, für Empfehlungen mit beiden Daten in richtiger Reihenfolge. Median, 75. und 90. Perzentil, linear interpoliert. Zeiten sind minutengenau oder, wo nur Tageswerte vorliegen, taggenau; das ist gekennzeichnet.",
  "defined.answered": "Pünktlich beantwortet",
  "define.answered":
    "Empfehlungen, die innerhalb der Frist nach der Erstellung bestätigt oder angenommen wurden, als Anteil aller erstellten. Gesondert gezählt werden solche, deren Frist noch läuft, und solche ohne Datum der Antwort. Ohne Antwort abgelehnte, übersprungene, abgelaufene oder verpasste Empfehlungen gelten als nie beantwortet.",
  "defined.overdue": "Überfällig",
  "define.overdue":
    "Empfehlungen, die mehr als 24 Stunden nach der Erstellung noch neu oder bestätigt sind. Länger als 14 Tage wartende, die in Partner Center ablaufen, sind gesondert aufgeführt. Beide Fristen können Sie unter „Antwortzeiten“ ändern.",
  "defined.cohort": "Kohorte",
  "define.cohort":
    "Alle Empfehlungen, die im gleichen Intervall erstellt wurden, mit ihrem bisherigen Fortschritt. Eine Kohorte ist vorläufig, solange Empfehlungen darin offen sind oder das Intervall noch läuft.",
  "defined.ages": "Quoten nach Alter",
  "define.ages":
    "Der Anteil der Empfehlungen, die bis zu einem Alter angenommen oder gewonnen wurden, auf die Minute ab der Erstellung. Noch offene Empfehlungen zählen bis zu ihrem jetzigen Alter; jedes andere Ende, etwa abgelehnt oder verloren, schließt das Ereignis aus (Schätzer von Aalen und Johansen, mit 95-%-Konfidenzintervallen auf der log(−log)-Skala). Über das Alter hinaus, das 30 Empfehlungen erreicht haben, wird nichts behauptet. Eine Phase oder ein Ergebnis ohne Datum lässt sich nicht einordnen und bleibt außer Betracht; die Anzahl wird angezeigt. Ergebnisfilter gelten hier nicht.",
  "defined.outlook": "Prognose für offene Empfehlungen",
  "define.outlook":
    "Jede offene Empfehlung wird so oft gewonnen wie frühere, die im gleichen Alter noch offen waren: (F(Ende) − F(Alter)) ÷ S(Alter), mit F als Gewinnquote nach Alter und S als Anteil ohne jedes Ende, beides aus Empfehlungen, die in den letzten 24 Monaten erstellt wurden. Die Summe ist die erwartete Anzahl. Das 80-%-Intervall umfasst den Zufall, die Unsicherheit der Quoten und Monate, die besser oder schlechter laufen. Zur Prüfung wird dasselbe mit Stand vor 90 und 180 Tagen für jeden Markt mit mindestens 30 offenen Empfehlungen berechnet und mit dem verglichen, was kam.",
  "defined.since": "Seit Ihrem letzten Besuch",
  "define.since":
    "Erstellt und angenommen zählen alle Empfehlungen, deren Datum nach den Daten liegt, die Sie zuletzt gesehen haben; gewonnen, verloren und abgelaufen die mit diesem Ergebnis und Datum. Ein Ergebnis hat sich geändert, wenn die Empfehlung nach ihren Daten zu jener Zeit ein anderes hatte. Eine Änderung ohne Datum wird nicht gezählt. Ein Datum, von dem nur bekannt ist, zwischen welchen zwei Importen es liegt, zählt in der Mitte; daneben steht, wie viele es mindestens und höchstens sein können. Filter gelten, der Zeitraum nicht. Dieses Gerät merkt sich Ihre Besuche je Konto; ein Besuch endet, wenn 30 Minuten lang niemand hingesehen hat.",
  "defined.toDo": "Heute zu tun",
  "define.toDo":
    "Offene Empfehlungen aller Zeiträume, das Dringendste zuerst: höchstens 24 Stunden neu oder bestätigt (zu beantworten); länger (überfällig); in den letzten zwei Tagen, bevor Partner Center sie nach 14 Tagen ablaufen lässt; über diese 14 Tage hinaus; nach dem Ende des erwarteten Abschlusstags, wo die Quelle einen nennt; und länger angenommen als das 75. Perzentil der Zeit von angenommen bis gewonnen, in ganzen Tagen, über alle in den letzten 24 Monaten gewonnenen Empfehlungen. Eine Empfehlung zählt für jeden ihrer Gründe und steht einmal in der Liste, mit allen Gründen. Die Kalenderdatei enthält die Fristen, die noch bevorstehen.",
  "defined.partnerCenter": "So zählt Partner Center",
  "define.partnerCenter":
    "Die Insights-Seiten von Partner Center teilen die gewonnenen Leads durch die angenommenen, vergleichen den letzten vollen Monat eines Bereichs mit dem ersten und gruppieren Annahmezeiten in ganzen Tagen: 0–1, 2–3, bis 12–14, über 14. Ein Monat ist voll, wenn alle seine Tage im Zeitraum liegen und vergangen sind.",
  "defined.watch": "Beobachten",
  "define.watch":
    "Eine Regel beurteilt nur abgeschlossene Zeitabschnitte: Ereignisse nach ihrem eigenen Datum, Quoten über die im Zeitabschnitt erstellten Empfehlungen. Eine Quote wird erst beurteilt, wenn keine offene Empfehlung das Ergebnis mehr ändern kann.",
  "defined.targets": "Ziele",
  "define.targets":
    "Eine Quote liegt mindestens bei einem Ziel oder darunter. Es fehlen die Empfehlungen, die noch angenommen oder gewonnen werden müssten; zu viel sind die, die über das Ziel hinaus abgelaufen sind. Ein Ziel ist noch erreichbar, wenn es gilt, sobald alle offenen gut oder alle schlecht enden: bei Annahme und Ablauf die auf Antwort wartenden, bei Gewinnen alle offenen, beim Beenden binnen einer Frist die noch jung genug sind. Beendet heißt: gewonnen, verloren oder anders zu Ende, gerechnet ab Erstellung. Bei der Abschlussquote zählt jede offene, die endet, auch in der Basis. Kennzahlen und Trends zeigen die Ziele für genau das, was ausgewählt ist; bei den Märkten geht das eigene Ziel eines Markts einem Ziel für alle vor.",
  "defined.quality": "Datenqualität",
  "define.quality":
    "Auffälligkeiten sind: kein Erstelldatum; ein unlesbares Datum; ein unplausibles Datum (vor 2010 oder einem anders eingestellten ersten Jahr, oder nach dem Datenstand); Daten in falscher Reihenfolge (ein Datum vor der Erstellung, bestätigt nach angenommen, angenommen nach gewonnen oder verloren); ein Status, der den Daten widerspricht (ein Ergebnis ohne Datum oder ein Abschlussdatum, das nicht zum Status passt); ein unbekannter Status; ein Markt ohne Namen; eine doppelte ID. Empfehlungen mit Auffälligkeiten lassen sich auflisten und zählen in jeder Zahl mit. Eine Empfehlung ohne lesbares Datum fehlt nur in Zeiträumen nach diesem Datum.",
  "defined.completeness": "Vollständig",
  "define.completeness":
    "Die Summe aller Gruppen wird mit der Gesamtzahl derselben Anfrage verglichen. Hat der Dienst Gruppen weggelassen, fragt das Dashboard kleinere Teile ab oder zählt die einzelnen Empfehlungen. Fehlen dann noch welche, steht bei jeder betroffenen Zahl „unvollständig“ mit beiden Werten.",

  "defined.audience": "Anonymisierte Ansicht",
  "define.audience":
    "Mit audience=safe in der Adresse oder auf Vorgabe des Portals wird keine Zahl von 1 bis 4 angezeigt und keine, aus der sich eine solche berechnen ließe. Kleine Zeilen werden mit den nächstgrößeren zusammengefasst, bis sie mindestens fünf enthalten; kleine Phasen und Zeitabschnitte gehen in den vorangehenden auf. Quoten mit kleinen Anzahlen sind ausgeblendet, ebenso so viele weitere, wie zu ihrem Schutz nötig. Kunden erscheinen als Codes, einzelne Empfehlungen werden nicht angezeigt, und Exporte enthalten nur Angezeigtes. Dies ist eine Darstellung, kein Zugriffsschutz: Wer die Adresse ändern kann, kann sie abschalten, und wer eine Liste der Kundennamen hat, kann die Codes zuordnen. Seiten mit anderen Zeiträumen oder Filtern sind nicht gegen Vergleiche geschützt.",
} as const satisfies Record<keyof typeof DEFINITIONS_EN, string>;
