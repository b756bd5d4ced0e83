<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A desk for labelling Dutch conflict news. It works without a network.</source>
        <translation>Een werktafel om Nederlandstalig conflictnieuws te labelen. Ze werkt zonder netwerk.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versies kopiëren</translation>
    </message>
    <message>
        <source>For a report: the names and versions, one a line</source>
        <translation>Voor een melding: namen en versies, één per regel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Onderdelen van het programma</translation>
    </message>
    <message>
        <source>The arrows choose a part; its licence is beside</source>
        <translation>De pijltjes kiezen een onderdeel; de licentie staat ernaast</translation>
    </message>
    <message>
        <source>The words of the licence of the chosen part</source>
        <translation>De tekst van de licentie van het gekozen onderdeel</translation>
    </message>
    <message>
        <source>This part came without the words of its licence.</source>
        <translation>Bij dit onderdeel zat geen licentietekst.</translation>
    </message>
    <message>
        <source>annotator {version}</source>
        <translation>annotator {version}</translation>
    </message>
</context>
<context>
    <name>Accessible</name>
    <message>
        <source>{label}, {text}</source>
        <translation>{label}, {text}</translation>
    </message>
    <message>
        <source>{label}, {text}, suggested, score {score}</source>
        <translation>{label}, {text}, voorgesteld, score {score}</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>Exact agreement of every two</source>
        <translation>Exacte overeenstemming van elk tweetal</translation>
    </message>
    <message>
        <source>Labels of {a} in rows, of {b} in columns</source>
        <translation>Labels van {a} in rijen, van {b} in kolommen</translation>
    </message>
    <message>
        <source>Left edges that differ, in tokens</source>
        <translation>Linkerranden die verschillen, in woorden</translation>
    </message>
    <message>
        <source>Right edges that differ, in tokens</source>
        <translation>Rechterranden die verschillen, in woorden</translation>
    </message>
    <message>
        <source>The annotators' work</source>
        <translation>Het werk van de annotatoren</translation>
    </message>
    <message>
        <source>What became of suggestions</source>
        <translation>Wat er van suggesties werd</translation>
    </message>
    <message>
        <source>accept rate</source>
        <translation>aandeel aangenomen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>active min</source>
        <translation>actief min</translation>
    </message>
    <message>
        <source>added</source>
        <translation>toegevoegd</translation>
    </message>
    <message>
        <source>all</source>
        <translation>allen</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>alfa</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>annotator</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>caught</source>
        <translation>betrapt</translation>
    </message>
    <message>
        <source>control F1</source>
        <translation>controle-F1</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>fast accepts</source>
        <translation>snel aangenomen</translation>
    </message>
    <message>
        <source>fillers, F1</source>
        <translation>vullers, F1</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gevonden</translation>
    </message>
    <message>
        <source>guideline version {version}</source>
        <translation>richtlijnversie {version}</translation>
    </message>
    <message>
        <source>in different rounds</source>
        <translation>in verschillende rondes</translation>
    </message>
    <message>
        <source>inside a token</source>
        <translation>binnen een woord</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>kappa</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>gemist</translation>
    </message>
    <message>
        <source>only one of the two had suggestions</source>
        <translation>maar één van beiden had suggesties</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>overlap</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworpen</translation>
    </message>
    <message>
        <source>roles, F1</source>
        <translation>rollen, F1</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>ronde {number}</translation>
    </message>
    <message>
        <source>s a document</source>
        <translation>s per artikel</translation>
    </message>
    <message>
        <source>s a span</source>
        <translation>s per label</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gezien</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>labels</translation>
    </message>
    <message>
        <source>trigger, F1</source>
        <translation>trigger, F1</translation>
    </message>
    <message>
        <source>type, kappa</source>
        <translation>soort, kappa</translation>
    </message>
    <message>
        <source>under two guideline versions</source>
        <translation>onder twee richtlijnversies</translation>
    </message>
    <message>
        <source>with F1</source>
        <translation>met-F1</translation>
    </message>
    <message>
        <source>with suggestions</source>
        <translation>met suggesties</translation>
    </message>
    <message>
        <source>without suggestions</source>
        <translation>zonder suggesties</translation>
    </message>
</context>
<context>
    <name>AgreementPlace</name>
    <message>
        <source>All figures, CSV …</source>
        <translation>Alle cijfers, CSV …</translation>
    </message>
    <message>
        <source>All figures, JSON …</source>
        <translation>Alle cijfers, JSON …</translation>
    </message>
    <message>
        <source>Choose a figure to see the places it rests on.</source>
        <translation>Kies een cijfer om de plaatsen te zien waarop het steunt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exporteren …</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>How far the measuring is</source>
        <translation>Hoe ver het meten is</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Lists everybody's remarks, and what was flagged or skipped</source>
        <translation>Toont ieders opmerkingen, en wat gemarkeerd of overgeslagen is</translation>
    </message>
    <message>
        <source>Make a work package …</source>
        <translation>Een werkpakket maken …</translation>
    </message>
    <message>
        <source>Makes packages for annotators, and takes over what comes back</source>
        <translation>Maakt pakketten voor annotatoren, en neemt over wat terugkomt</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Opnieuw meten</translation>
    </message>
    <message>
        <source>Measures what has been annotated since</source>
        <translation>Meet wat sindsdien geannoteerd is</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Tweetal</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Plots of this page, PNG …</source>
        <translation>Grafieken van deze bladzijde, PNG …</translation>
    </message>
    <message>
        <source>Plots of this page, SVG …</source>
        <translation>Grafieken van deze bladzijde, SVG …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Remarks: {count}</source>
        <translation>Opmerkingen: {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stops measuring</source>
        <translation>Stopt het meten</translation>
    </message>
    <message>
        <source>Take returned work over …</source>
        <translation>Teruggestuurd werk overnemen …</translation>
    </message>
    <message>
        <source>The layer that the figures are about</source>
        <translation>De laag waarover de cijfers gaan</translation>
    </message>
    <message>
        <source>The places that the chosen figure rests on; Enter goes to one</source>
        <translation>De plaatsen waarop het gekozen cijfer steunt; Enter gaat naar een ervan</translation>
    </message>
    <message>
        <source>The tables and plots; the arrow keys scroll them</source>
        <translation>De tabellen en grafieken; de pijltjestoetsen schuiven ze</translation>
    </message>
    <message>
        <source>The two annotators of matrix, edges and lists</source>
        <translation>De twee annotatoren van matrix, randen en lijsten</translation>
    </message>
    <message>
        <source>Whole report, one HTML page …</source>
        <translation>Het hele verslag, één HTML-bladzijde …</translation>
    </message>
    <message>
        <source>Work packages …</source>
        <translation>Werkpakketten …</translation>
    </message>
    <message>
        <source>Writes the figures as HTML, CSV, JSON, the plots as pictures</source>
        <translation>Schrijft de cijfers als HTML, CSV, JSON, de grafieken als beelden</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>aan het meten …</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>nothing is flagged, skipped or remarked on</source>
        <translation>er is niets gemarkeerd, overgeslagen of opgemerkt</translation>
    </message>
    <message>
        <source>places: {count}; {key:next_pane} goes to the list</source>
        <translation>plaatsen: {count}; {key:next_pane} gaat naar de lijst</translation>
    </message>
    <message>
        <source>stopped; the figures are those from before</source>
        <translation>gestopt; dit zijn de cijfers van daarvoor</translation>
    </message>
    <message>
        <source>the plots are written to {path}</source>
        <translation>de grafieken zijn geschreven naar {path}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>{path} is written</source>
        <translation>{path} is geschreven</translation>
    </message>
    <message>
        <source>{what} · places: {count}</source>
        <translation>{what} · plaatsen: {count}</translation>
    </message>
</context>
<context>
    <name>AloneDialog</name>
    <message>
        <source>Also those that somebody else was given or has begun, and has not finished: {count}</source>
        <translation>Ook die iemand anders gekregen heeft of begonnen is, en niet af heeft: {count}</translation>
    </message>
    <message>
        <source>Articles: {count}</source>
        <translation>Artikelen: {count}</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Tellen …</translation>
    </message>
    <message>
        <source>Decided before, and kept: {count}</source>
        <translation>Eerder beslist en behouden: {count}</translation>
    </message>
    <message>
        <source>Still open: {count}</source>
        <translation>Nog open: {count}</translation>
    </message>
    <message>
        <source>Take articles that one annotator did alone</source>
        <translation>Artikelen nemen die één annotator alleen gedaan heeft</translation>
    </message>
    <message>
        <source>Taken: {count}</source>
        <translation>Genomen: {count}</translation>
    </message>
    <message>
        <source>Takes the version of articles that only one annotator finished into gold as it is. Planted suggestions that were accepted stay out.</source>
        <translation>Neemt van artikelen die maar één annotator heeft afgemaakt de versie ongewijzigd in goud over. Ondergeschoven suggesties die aangenomen werden, blijven eruit.</translation>
    </message>
    <message>
        <source>They were given to somebody else as well, or somebody else has begun them</source>
        <translation>Ze zijn ook aan iemand anders gegeven, of iemand anders is eraan begonnen</translation>
    </message>
    <message>
        <source>Those that somebody else is to finish yet</source>
        <translation>Die iemand anders nog moet afmaken</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>The arrows choose an article, Enter goes on in it</source>
        <translation>De pijltjes kiezen een artikel, Enter gaat erin verder</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>ArticlesStep</name>
    <message>
        <source>1 file to read.</source>
        <translation>1 bestand om te lezen.</translation>
    </message>
    <message>
        <source>A share of all articles</source>
        <translation>Een deel van alle artikelen</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Map toevoegen …</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>Bestanden toevoegen …</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikelen</translation>
    </message>
    <message>
        <source>Begins with, or what is wrong</source>
        <translation>Begint met, of wat er mis is</translation>
    </message>
    <message>
        <source>Chosen articles</source>
        <translation>Gekozen artikelen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Files found</source>
        <translation>Gevonden bestanden</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by title</source>
        <translation>Filteren op titel</translation>
    </message>
    <message>
        <source>Folder with articles</source>
        <translation>Map met artikelen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Voor iedereen</translation>
    </message>
    <message>
        <source>Found so far</source>
        <translation>Tot nu toe gevonden</translation>
    </message>
    <message>
        <source>Lists the articles with these letters in the title</source>
        <translation>Toont de artikelen met deze letters in de titel</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Aan het kijken …</translation>
    </message>
    <message>
        <source>Looking … files so far: {count}</source>
        <translation>Aan het kijken … bestanden tot nu toe: {count}</translation>
    </message>
    <message>
        <source>Nothing yet. Files and folders can also be dropped here.</source>
        <translation>Nog niets. U kunt bestanden en mappen ook hierheen slepen.</translation>
    </message>
    <message>
        <source>Of all articles for everyone</source>
        <translation>Van alle artikelen voor iedereen</translation>
    </message>
    <message>
        <source>One file cannot be read and is left out; it stands at the top.</source>
        <translation>Eén bestand kan niet gelezen worden en valt weg; het staat bovenaan.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Deel</translation>
    </message>
    <message>
        <source>Share of all articles</source>
        <translation>Deel van alle artikelen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Space ticks an article</source>
        <translation>Spatie vinkt een artikel aan</translation>
    </message>
    <message>
        <source>Spread over sources and months.</source>
        <translation>Verspreid over bronnen en maanden.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Opnieuw beginnen</translation>
    </message>
    <message>
        <source>Takes everything off the list</source>
        <translation>Haalt alles van de lijst</translation>
    </message>
    <message>
        <source>Text, JSONL, CSV and the other formats of articles</source>
        <translation>Tekst, JSONL, CSV en de andere formaten van artikelen</translation>
    </message>
    <message>
        <source>The first {count} are listed.</source>
        <translation>De eerste {count} staan in de lijst.</translation>
    </message>
    <message>
        <source>The name that the work is done under; keep to it</source>
        <translation>De naam waaronder het werk gedaan wordt; houd u daaraan</translation>
    </message>
    <message>
        <source>The share of all articles that everyone gets, for comparing</source>
        <translation>Het deel van alle artikelen dat iedereen krijgt, om te vergelijken</translation>
    </message>
    <message>
        <source>The share of all articles that the package holds</source>
        <translation>Het deel van alle artikelen dat in het pakket komt</translation>
    </message>
    <message>
        <source>Those that are ticked in the list</source>
        <translation>Wat in de lijst aangevinkt is</translation>
    </message>
    <message>
        <source>Those that the fewest others have come first.</source>
        <translation>Wat het minst aan anderen is gegeven, komt eerst.</translation>
    </message>
    <message>
        <source>To see how far annotators agree.</source>
        <translation>Om te zien hoever annotatoren het eens zijn.</translation>
    </message>
    <message>
        <source>What will be read; a fault stands beside its file</source>
        <translation>Wat gelezen zal worden; een fout staat naast het bestand</translation>
    </message>
    <message>
        <source>With all articles in it and in its folders</source>
        <translation>Met alle artikelen erin en in de mappen erin</translation>
    </message>
    <message>
        <source>{count} files cannot be read and are left out; they stand at the top.</source>
        <translation>{count} bestanden kunnen niet gelezen worden en vallen weg; ze staan bovenaan.</translation>
    </message>
    <message>
        <source>{count} files to read.</source>
        <translation>{count} bestanden om te lezen.</translation>
    </message>
    <message>
        <source>{file}, refused: {why}</source>
        <translation>{file}, geweigerd: {why}</translation>
    </message>
    <message>
        <source>{file}: {why}</source>
        <translation>{file}: {why}</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>articles gone through: {count}; one undo takes all of it back</source>
        <translation>doorgenomen artikelen: {count}; één keer ongedaan maken neemt alles terug</translation>
    </message>
    <message>
        <source>there are no more than two annotators here: both are compared</source>
        <translation>er zijn hier niet meer dan twee annotatoren: beiden worden vergeleken</translation>
    </message>
    <message>
        <source>there is nothing to compare yet</source>
        <translation>er is nog niets te vergelijken</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>1 span</source>
        <translation>1 label</translation>
    </message>
    <message>
        <source>A control article: it comes without suggestions on purpose, to see what suggestions do to the work. Label it as you would any other. {key:done}: article done, go to the next one.</source>
        <translation>Een controleartikel: het komt met opzet zonder suggesties, om te zien wat suggesties met het werk doen. Label het zoals elk ander. {key:done}: artikel klaar, naar het volgende.</translation>
    </message>
    <message>
        <source>A label's key labels what is selected; {key:event} makes it an event.</source>
        <translation>Een labeltoets labelt de selectie; {key:event} maakt er een gebeurtenis van.</translation>
    </message>
    <message>
        <source>Article {number} of {total}</source>
        <translation>Artikel {number} van {total}</translation>
    </message>
    <message>
        <source>No open suggestions. {key:done}: article done, go to the next one.</source>
        <translation>Geen open suggesties. {key:done}: artikel klaar, naar het volgende.</translation>
    </message>
    <message>
        <source>The guideline of {labels} has changed since your last decision; the inspector shows it.</source>
        <translation>De richtlijn van {labels} is veranderd sinds uw laatste beslissing; ze staat rechts.</translation>
    </message>
    <message>
        <source>This article is done. You can still change it.</source>
        <translation>Dit artikel is klaar. U kunt het nog verbeteren.</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aannemen</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>als tevoren</translation>
    </message>
    <message>
        <source>dots mark what is not shown; the inspector says why</source>
        <translation>stippen staan bij wat niet getoond wordt; rechts staat waarom</translation>
    </message>
    <message>
        <source>edges</source>
        <translation>randen</translation>
    </message>
    <message>
        <source>looking up what is not shown here; dots will mark it</source>
        <translation>wat hier niet getoond wordt, wordt opgezocht; er komen stippen bij</translation>
    </message>
    <message>
        <source>nothing is hidden here; dots will mark what is</source>
        <translation>hier is niets verborgen; een verborgen suggestie krijgt stippen</translation>
    </message>
    <message>
        <source>other type</source>
        <translation>andere soort</translation>
    </message>
    <message>
        <source>outside the filter</source>
        <translation>buiten het filter</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>verwerpen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>verwijderen</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>rollen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>ongedaan</translation>
    </message>
    <message>
        <source>{count} spans</source>
        <translation>{count} labels</translation>
    </message>
    <message>
        <source>{key:next_suggestion} takes the next suggestion to hand.</source>
        <translation>{key:next_suggestion} legt de volgende suggestie voor.</translation>
    </message>
    <message>
        <source>{spans} · control article, no suggestions</source>
        <translation>{spans} · controleartikel, geen suggesties</translation>
    </message>
    <message>
        <source>{spans} · {open} open</source>
        <translation>{spans} · {open} open</translation>
    </message>
</context>
<context>
    <name>Caps</name>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Version {letter}</source>
        <translation>Versie {letter}</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>niet vermeld</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworpen</translation>
    </message>
</context>
<context>
    <name>ChoicesPage</name>
    <message>
        <source>A file.</source>
        <translation>Een bestand.</translation>
    </message>
    <message>
        <source>A folder.</source>
        <translation>Een map.</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Een andere plaats</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Kiezen …</translation>
    </message>
    <message>
        <source>Decisions of</source>
        <translation>Beslissingen van</translation>
    </message>
    <message>
        <source>File for the export</source>
        <translation>Bestand voor de export</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Map voor de export</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formaat</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lagen</translation>
    </message>
    <message>
        <source>Only articles that are done</source>
        <translation>Alleen artikelen die klaar zijn</translation>
    </message>
    <message>
        <source>Otherwise those that are not are written too</source>
        <translation>Anders worden ook de andere geschreven</translation>
    </message>
    <message>
        <source>The file or folder that is written</source>
        <translation>Het bestand of de map die geschreven wordt</translation>
    </message>
    <message>
        <source>What the files are written for</source>
        <translation>Waarvoor de bestanden geschreven worden</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Waarheen</translation>
    </message>
    <message>
        <source>Whether labels of this layer are written</source>
        <translation>Of de labels van deze laag geschreven worden</translation>
    </message>
    <message>
        <source>Whose labels are exported</source>
        <translation>Wiens labels geëxporteerd worden</translation>
    </message>
    <message>
        <source>choose at least one layer</source>
        <translation>kies minstens één laag</translation>
    </message>
    <message>
        <source>choose where the files are to go</source>
        <translation>kies waar de bestanden heen gaan</translation>
    </message>
    <message>
        <source>nobody: the suggestions</source>
        <translation>niemand: de suggesties</translation>
    </message>
</context>
<context>
    <name>ChordButton</name>
    <message>
        <source>Add a key …</source>
        <translation>Toets toevoegen …</translation>
    </message>
    <message>
        <source>Enter, then the keys that are to do it; any key is taken, Tab and Escape too</source>
        <translation>Enter, dan de toetsen die het moeten doen; elke toets telt, ook Tab en Escape</translation>
    </message>
    <message>
        <source>Press the keys now …</source>
        <translation>Druk nu de toetsen …</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Colours that can be read and told apart, light and dark</source>
        <translation>Kleuren die te lezen en te onderscheiden zijn, licht en donker</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blauw</translation>
    </message>
    <message>
        <source>brick red</source>
        <translation>steenrood</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>bruin</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>goud</translation>
    </message>
    <message>
        <source>green</source>
        <translation>groen</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grijs</translation>
    </message>
    <message>
        <source>grey-blue</source>
        <translation>grijsblauw</translation>
    </message>
    <message>
        <source>its own: {colour}</source>
        <translation>een eigen: {colour}</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>paars</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>A few letters of what it does, in Dutch or in English; arrows choose, Enter runs it</source>
        <translation>Enkele letters van wat het doet, in het Nederlands of het Engels; pijltjes kiezen, Enter voert uit</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Opdrachten</translation>
    </message>
    <message>
        <source>Name of the command</source>
        <translation>Naam van de opdracht</translation>
    </message>
    <message>
        <source>No command fits these letters.</source>
        <translation>Geen opdracht past bij deze letters.</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Opdracht uitvoeren</translation>
    </message>
    <message>
        <source>Run a command: a few letters, in Dutch or in English</source>
        <translation>Opdracht uitvoeren: enkele letters, in het Nederlands of het Engels</translation>
    </message>
    <message>
        <source>The commands that fit, the likeliest first; Enter runs one</source>
        <translation>De opdrachten die passen, de waarschijnlijkste eerst; Enter voert uit</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message>
        <source>What is counted</source>
        <translation>Wat geteld wordt</translation>
    </message>
    <message>
        <source>What is still open in an article that is not done does not count as left without a label</source>
        <translation>Wat nog openstaat in een artikel dat niet klaar is, telt niet als zonder label gelaten</translation>
    </message>
    <message>
        <source>no label: where the article is done, or a suggestion was rejected</source>
        <translation>geen label: waar het artikel klaar is of een suggestie verworpen is</translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>It is noted in {path}; please send that file along when you report it.</source>
        <translation>Het staat in {path}; stuur dat bestand mee als u het meldt.</translation>
    </message>
    <message>
        <source>Something went wrong in the program. What you decided is on disk.</source>
        <translation>Er ging iets mis in het programma. Wat u besliste, staat op de schijf.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>1 difference is open; 0 says that nothing stands there</source>
        <translation>er is nog 1 verschil open; 0 zegt dat daar niets staat</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>teruggebracht</translation>
    </message>
    <message>
        <source>labels of this layer do not overlap: take one version</source>
        <translation>labels van deze laag overlappen niet: neem één versie</translation>
    </message>
    <message>
        <source>no place is at hand</source>
        <translation>er ligt geen plaats voor</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>teruggenomen</translation>
    </message>
    <message>
        <source>there is no version {letter} here</source>
        <translation>er is hier geen versie {letter}</translation>
    </message>
    <message>
        <source>two annotators must have finished the article</source>
        <translation>twee annotatoren moeten met het artikel klaar zijn</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} artikelen</translation>
    </message>
    <message>
        <source>{count} differences are open; 0 says that nothing stands there</source>
        <translation>er zijn nog {count} verschillen open; 0 zegt dat daar niets staat</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>{count} of {total} spans of an article are gone at one stroke</source>
        <translation>{count} van de {total} labels van een artikel zijn in één keer weg</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>A setting does not count: {what} · {todo}</source>
        <translation>Een instelling telt niet mee: {what} · {todo}</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>Alle toetsen in één oogopslag</translation>
    </message>
    <message>
        <source>Any command by a few letters of its name</source>
        <translation>Elke opdracht, met enkele letters van haar naam</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Closes the note</source>
        <translation>Sluit de melding</translation>
    </message>
    <message>
        <source>Closes the note for good, for this project and for you</source>
        <translation>Sluit de melding voorgoed, voor dit project en voor u</translation>
    </message>
    <message>
        <source>Closes the note; it comes back when the project is opened again</source>
        <translation>Sluit de melding; ze komt terug als het project weer geopend wordt</translation>
    </message>
    <message>
        <source>Closes the note; the window stays as it is</source>
        <translation>Sluit de melding; het venster blijft zoals het is</translation>
    </message>
    <message>
        <source>Closes the reminder; the next one comes after as long again</source>
        <translation>Sluit de herinnering; de volgende komt na even lange tijd</translation>
    </message>
    <message>
        <source>Don't show again for this project</source>
        <translation>Niet meer tonen voor dit project</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Inleveren</translation>
    </message>
    <message>
        <source>It is held by {user} on {host}, process {process}.</source>
        <translation>Het is in handen van {user} op {host}, proces {process}.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Opens the settings</source>
        <translation>Opent de instellingen</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Opdracht uitvoeren</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Instellingen …</translation>
    </message>
    <message>
        <source>Some suggestions in this project may be wrong on purpose, to see whether they are read. Reject them as you would any other.</source>
        <translation>Sommige suggesties in dit project zijn misschien met opzet fout, om te zien of ze gelezen worden. Verwerp ze zoals elke andere.</translation>
    </message>
    <message>
        <source>These articles tell of war: of violence, wounded and dead.</source>
        <translation>Deze artikelen gaan over oorlog: over geweld, gewonden en doden.</translation>
    </message>
    <message>
        <source>This window is for reading only: nothing can be written in the folder of the project, {folder}. To work on it, put it into a folder of your own, or make room there.</source>
        <translation>Dit venster is alleen om te lezen: in de map van het project, {folder}, kan niets geschreven worden. Zet het in een map van uzelf om eraan te werken, of maak daar ruimte.</translation>
    </message>
    <message>
        <source>This window is for reading only: the project has {count} names on the disk (hard links), and what is written under one of them would spoil the others. To work on it, copy it and open the copy.</source>
        <translation>Dit venster is alleen om te lezen: het project heeft op de schijf {count} namen (harde koppelingen), en wat onder de ene wordt geschreven, zou de andere bederven. Maak om eraan te werken een kopie en open die.</translation>
    </message>
    <message>
        <source>This window is for reading only: the project is open in another one, where work can go on.</source>
        <translation>Dit venster is alleen om te lezen: het project is open in een ander venster, waar het werk verder kan.</translation>
    </message>
    <message>
        <source>Writes your work into one file to send back</source>
        <translation>Schrijft uw werk in één bestand om terug te sturen</translation>
    </message>
    <message>
        <source>You may stop at any article and take a break whenever you like.</source>
        <translation>U mag bij elk artikel ophouden en een pauze nemen wanneer u wilt.</translation>
    </message>
    <message>
        <source>roles are drawn as arcs</source>
        <translation>rollen staan als bogen in de tekst</translation>
    </message>
    <message>
        <source>roles are listed in the inspector only</source>
        <translation>rollen staan alleen in de lijst rechts</translation>
    </message>
    <message>
        <source>there is no note above the article</source>
        <translation>er staat geen melding boven het artikel</translation>
    </message>
    <message>
        <source>{key} skips an article.</source>
        <translation>{key} slaat een artikel over.</translation>
    </message>
    <message>
        <source>{minutes} minutes of work: time for a break. Everything is saved.</source>
        <translation>{minutes} minuten gewerkt: tijd voor een pauze. Alles is bewaard.</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Importing into {name}</source>
        <translation>Importeren in {name}</translation>
    </message>
    <message>
        <source>Nothing was imported: {why}</source>
        <translation>Er is niets geïmporteerd: {why}</translation>
    </message>
    <message>
        <source>The import was stopped; nothing was imported.</source>
        <translation>Het importeren is gestopt; er is niets geïmporteerd.</translation>
    </message>
</context>
<context>
    <name>DoublesModel</name>
    <message>
        <source>no label</source>
        <translation>geen label</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>1 place</source>
        <translation>1 plaats</translation>
    </message>
    <message>
        <source>1 word in two ways</source>
        <translation>1 woord op twee manieren</translation>
    </message>
    <message>
        <source>Case and accents</source>
        <translation>Hoofdletters en accenten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>Concordantie</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Consistentie</translation>
    </message>
    <message>
        <source>Find in all articles</source>
        <translation>Zoeken in alle artikelen</translation>
    </message>
    <message>
        <source>Found in all articles</source>
        <translation>Gevonden in alle artikelen</translation>
    </message>
    <message>
        <source>Gives the ticked places a label; a label's key does it too</source>
        <translation>Geeft wat aangevinkt is een label; de toets van een label doet het ook</translation>
    </message>
    <message>
        <source>Goes through all articles once more</source>
        <translation>Loopt alle artikelen nog eens door</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label as …</source>
        <translation>Label geven …</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Opnieuw kijken</translation>
    </message>
    <message>
        <source>Mind case and accents</source>
        <translation>Let op hoofdletters en accenten</translation>
    </message>
    <message>
        <source>Names with the same consonants: Deir ez-Zor, Deir al-Zor, Dayr az-Zawr</source>
        <translation>Namen met dezelfde medeklinkers: Deir ez-Zor, Deir al-Zor, Dayr az-Zawr</translation>
    </message>
    <message>
        <source>Only places that have this label</source>
        <translation>Alleen plaatsen met dit label</translation>
    </message>
    <message>
        <source>Other spellings</source>
        <translation>Andere spellingen</translation>
    </message>
    <message>
        <source>Other spellings of a name</source>
        <translation>Andere spellingen van een naam</translation>
    </message>
    <message>
        <source>Otherwise they are all alike</source>
        <translation>Anders maken die geen verschil</translation>
    </message>
    <message>
        <source>Otherwise words that only begin so are found too</source>
        <translation>Anders wordt ook gevonden wat alleen zo begint</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gevonden plaatsen</translation>
    </message>
    <message>
        <source>Space ticks · Enter goes there · a label's key labels what is ticked, one undo</source>
        <translation>Spatie vinkt aan · Enter gaat erheen · de toets van een label labelt wat aangevinkt is, in één keer terug te nemen</translation>
    </message>
    <message>
        <source>Space ticks, Enter goes there</source>
        <translation>Spatie vinkt aan, Enter gaat erheen</translation>
    </message>
    <message>
        <source>Take labels off</source>
        <translation>Labels weghalen</translation>
    </message>
    <message>
        <source>Takes all ticks off</source>
        <translation>Haalt alle vinkjes weg</translation>
    </message>
    <message>
        <source>Takes the labels off the ticked places</source>
        <translation>Haalt de labels weg van wat aangevinkt is</translation>
    </message>
    <message>
        <source>The same words labelled differently, or left without a label elsewhere</source>
        <translation>Dezelfde woorden met een ander label, of elders zonder label</translation>
    </message>
    <message>
        <source>The worst first</source>
        <translation>De ergste eerst</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alles aanvinken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Niets aanvinken</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Aangevinkt</translation>
    </message>
    <message>
        <source>Ticks every place that can be labelled</source>
        <translation>Vinkt elke plaats aan die een label kan krijgen</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Hele woorden</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Alleen hele woorden</translation>
    </message>
    <message>
        <source>Words in their context, in all articles</source>
        <translation>Woorden in hun verband, in alle artikelen</translation>
    </message>
    <message>
        <source>Words labelled in more than one way</source>
        <translation>Woorden met meer dan één label</translation>
    </message>
    <message>
        <source>Words, from their beginning; * before them: inside words too</source>
        <translation>Woorden, vanaf hun begin; met * ervoor ook binnen woorden</translation>
    </message>
    <message>
        <source>any label or none</source>
        <translation>elk label of geen</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>0 gevonden</translation>
    </message>
    <message>
        <source>nothing is labelled in two ways</source>
        <translation>niets heeft twee verschillende labels</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>aan het zoeken …</translation>
    </message>
    <message>
        <source>the first {count} places</source>
        <translation>de eerste {count} plaatsen</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>zonder label</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} plaatsen</translation>
    </message>
    <message>
        <source>{count} ticked</source>
        <translation>{count} aangevinkt</translation>
    </message>
    <message>
        <source>{count} words in two ways</source>
        <translation>{count} woorden op twee manieren</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>the best serif there is</source>
        <translation>de beste schreefletter hier</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A corpus with its settings, for `spacy train`.</source>
        <translation>Een corpus met zijn instellingen, voor `spacy train`.</translation>
    </message>
    <message>
        <source>A data set for Hugging Face `datasets`, with its card.</source>
        <translation>Een dataset voor Hugging Face `datasets`, met zijn kaart.</translation>
    </message>
    <message>
        <source>A word and its tag on each line, a file for each layer; for trainers of taggers.</source>
        <translation>Een woord en zijn tag op elke regel, een bestand per laag; om taggers mee te trainen.</translation>
    </message>
    <message>
        <source>A word on each line, a column for each layer, with the text as it was.</source>
        <translation>Een woord op elke regel, een kolom per laag, met de tekst zoals die was.</translation>
    </message>
    <message>
        <source>Articles with their labels, to read and to print.</source>
        <translation>Artikelen met hun labels, om te lezen en te printen.</translation>
    </message>
    <message>
        <source>Articles: {documents}. Labels: {spans} in, {out} out and read back, {listed} listed.</source>
        <translation>Artikelen: {documents}. Labels: {spans} erin, {out} eruit en teruggelezen, {listed} in de lijst.</translation>
    </message>
    <message>
        <source>Everything, a line for each article; comes back in without loss.</source>
        <translation>Alles, een regel per artikel; komt zonder verlies weer binnen.</translation>
    </message>
    <message>
        <source>For INCEpTION and UIMA, in JSON, with its type system.</source>
        <translation>Voor INCEpTION en UIMA, in JSON, met het typesysteem.</translation>
    </message>
    <message>
        <source>For INCEpTION and UIMA, with its type system.</source>
        <translation>Voor INCEpTION en UIMA, met het typesysteem.</translation>
    </message>
    <message>
        <source>For Label Studio, with the setup of its labels.</source>
        <translation>Voor Label Studio, met de inrichting van de labels.</translation>
    </message>
    <message>
        <source>For Prodigy: words, labels, relations and answers.</source>
        <translation>Voor Prodigy: woorden, labels, relaties en antwoorden.</translation>
    </message>
    <message>
        <source>For WebAnno and INCEpTION, with fragments, roles and attributes.</source>
        <translation>Voor WebAnno en INCEpTION, met fragmenten, rollen en attributen.</translation>
    </message>
    <message>
        <source>For brat: texts, with labels and roles beside them.</source>
        <translation>Voor brat: teksten, met labels en rollen ernaast.</translation>
    </message>
    <message>
        <source>For doccano: labels and relations.</source>
        <translation>Voor doccano: labels en relaties.</translation>
    </message>
    <message>
        <source>Four fifths to train with, a tenth each to develop and to test; near copies stay together.</source>
        <translation>Vier vijfde om mee te trainen, een tiende elk om bij te stellen en te toetsen; bijna-kopieën blijven samen.</translation>
    </message>
    <message>
        <source>Listed is what the format cannot hold; each one stands in report.json:</source>
        <translation>In de lijst staat wat het formaat niet kan bevatten; elk ervan staat in report.json:</translation>
    </message>
    <message>
        <source>Tables of articles, labels, events and roles, in CSV.</source>
        <translation>Tabellen van artikelen, labels, gebeurtenissen en rollen, in CSV.</translation>
    </message>
    <message>
        <source>The same tables as sheets of a workbook, for Excel and LibreOffice.</source>
        <translation>Dezelfde tabellen als bladen van een werkmap, voor Excel en LibreOffice.</translation>
    </message>
    <message>
        <source>Without all of their roles and attributes: {count}, in report.json as well.</source>
        <translation>Zonder al hun rollen en attributen: {count}, ook in report.json.</translation>
    </message>
    <message>
        <source>Written to {place}</source>
        <translation>Geschreven naar {place}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>Sluit dit venster</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Exporting as {format}</source>
        <translation>Exporteren als {format}</translation>
    </message>
    <message>
        <source>How many labels went in, came out, and are listed</source>
        <translation>Hoeveel labels erin gingen, eruit kwamen, en in de lijst staan</translation>
    </message>
    <message>
        <source>Opens the folder with what was written</source>
        <translation>Opent de map met wat geschreven is</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Map tonen</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Wat eruit kwam</translation>
    </message>
    <message>
        <source>Writes the files, reads them back and compares every label</source>
        <translation>Schrijft de bestanden, leest ze terug en vergelijkt elk label</translation>
    </message>
    <message>
        <source>the export was stopped</source>
        <translation>de export is gestopt</translation>
    </message>
</context>
<context>
    <name>Fates</name>
    <message>
        <source>Add all labels</source>
        <translation>Alle labels toevoegen</translation>
    </message>
    <message>
        <source>Chooses that for every label that can be added</source>
        <translation>Kiest dat voor elk label dat toegevoegd kan worden</translation>
    </message>
    <message>
        <source>Chooses that for every name below</source>
        <translation>Kiest dat voor elke naam hieronder</translation>
    </message>
    <message>
        <source>Further names, which are left out: {count}; a label map on the command line can name them.</source>
        <translation>Verdere namen, die wegblijven: {count}; een label-map op de opdrachtregel kan ze noemen.</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>Alles weglaten</translation>
    </message>
    <message>
        <source>The scheme does not have these. What becomes of them?</source>
        <translation>Deze heeft het schema niet. Wat gebeurt ermee?</translation>
    </message>
    <message>
        <source>Whether it is added, stands for another name, or is left out</source>
        <translation>Of het toegevoegd wordt, voor een andere naam staat, of wegblijft</translation>
    </message>
    <message>
        <source>add to the scheme</source>
        <translation>aan het schema toevoegen</translation>
    </message>
    <message>
        <source>attribute {name}</source>
        <translation>attribuut {name}</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>kies …</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>label {name}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>weglaten</translation>
    </message>
    <message>
        <source>relation {name}</source>
        <translation>relatie {name}</translation>
    </message>
    <message>
        <source>role {name}</source>
        <translation>rol {name}</translation>
    </message>
    <message>
        <source>take as {name}</source>
        <translation>opnemen als {name}</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>{count} more …</source>
        <translation>nog {count} …</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Another place for the file</source>
        <translation>Een andere plaats voor het bestand</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Kiezen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Nobody's decisions are in the package, nor gold. It is signed with a key that stays in this project: so what comes back can be told from what does not belong. Do not send a backup instead: it holds everybody's work and the key.</source>
        <translation>In het pakket zitten niemands beslissingen, en ook goud niet. Het is ondertekend met een sleutel die in dit project blijft: zo is wat terugkomt te onderscheiden van wat er niet hoort. Stuur geen reservekopie in plaats hiervan: daarin zit ieders werk, en de sleutel.</translation>
    </message>
    <message>
        <source>The file to be sent to the annotator</source>
        <translation>Het bestand dat naar de annotator gaat</translation>
    </message>
    <message>
        <source>Work package</source>
        <translation>Werkpakket</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>As imported</source>
        <translation>Zoals geïmporteerd</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Decided otherwise by another annotator</source>
        <translation>Anders beslist door een andere annotator</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Easiest first</source>
        <translation>Makkelijkste eerst</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filteren en sorteren</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Artikelen filteren</translation>
    </message>
    <message>
        <source>Filter …</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <source>Filter: status, label, text …</source>
        <translation>Status, label, tekst …</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Gemarkeerd</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Langste eerst</translation>
    </message>
    <message>
        <source>Most labels first</source>
        <translation>Meeste labels eerst</translation>
    </message>
    <message>
        <source>Most open suggestions first</source>
        <translation>Meeste open suggesties eerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nieuwste eerst</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Niet klaar</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Oudste eerst</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Kortste eerst</translation>
    </message>
    <message>
        <source>Show all, as imported</source>
        <translation>Alles tonen, zoals geïmporteerd</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What can be typed …</source>
        <translation>Wat u kunt typen …</translation>
    </message>
    <message>
        <source>What teaches most first</source>
        <translation>Wat het meeste leert eerst</translation>
    </message>
    <message>
        <source>What the list shows, and in which order; Alt Down opens it</source>
        <translation>Wat de lijst toont, en in welke volgorde; Alt ↓ opent het</translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation>Met een opmerking</translation>
    </message>
    <message>
        <source>With open suggestions</source>
        <translation>Met open suggesties</translation>
    </message>
    <message>
        <source>With the label</source>
        <translation>Met het label</translation>
    </message>
    <message>
        <source>Words, or status: and label:; ? shows what can be typed</source>
        <translation>Woorden, of status: en label:; ? toont wat u kunt typen</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>in {label}</source>
        <translation>in {label}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift Enter to the one before</source>
        <translation>Enter gaat naar de volgende plaats, Shift Enter naar de vorige</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Zoeken in dit artikel</translation>
    </message>
    <message>
        <source>Mind case and accents</source>
        <translation>Let op hoofdletters en accenten</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Volgende plaats</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gevonden plaatsen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige plaats</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Alleen hele woorden</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>0 gevonden</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} van {count}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Labelling 1 place</source>
        <translation>1 plaats krijgt een label</translation>
    </message>
    <message>
        <source>Labelling {count} places</source>
        <translation>{count} plaatsen krijgen een label</translation>
    </message>
    <message>
        <source>going through all labels · {share}</source>
        <translation>alle labels doorlopen · {share}</translation>
    </message>
    <message>
        <source>going through all labels …</source>
        <translation>alle labels doorlopen …</translation>
    </message>
    <message>
        <source>label taken off 1 place; {key:undo} brings it back</source>
        <translation>label weggehaald op 1 plaats; {key:undo} brengt het terug</translation>
    </message>
    <message>
        <source>labels taken off {count} places; {key:undo} brings them back</source>
        <translation>labels weggehaald op {count} plaatsen; {key:undo} brengt ze terug</translation>
    </message>
    <message>
        <source>there is no label to take off</source>
        <translation>er is geen label om weg te halen</translation>
    </message>
    <message>
        <source>tick the places first: Space, or Tick all</source>
        <translation>vink eerst de plaatsen aan: Spatie, of Alles aanvinken</translation>
    </message>
    <message>
        <source>{label} on 1 place; {key:undo} takes it back</source>
        <translation>{label} op 1 plaats; {key:undo} neemt het terug</translation>
    </message>
    <message>
        <source>{label} on {count} places; {key:undo} takes all of it back</source>
        <translation>{label} op {count} plaatsen; {key:undo} neemt alles terug</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Dutch name</source>
        <translation>Nederlandse naam</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Engelse naam</translation>
    </message>
    <message>
        <source>Guideline …</source>
        <translation>Richtlijn …</translation>
    </message>
    <message>
        <source>It stands in the data and is not renamed; what is shown for it can be changed</source>
        <translation>Hij staat in de data en wordt niet hernoemd; wat ervoor getoond wordt kan anders</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Toets</translation>
    </message>
    <message>
        <source>Name in the data</source>
        <translation>Naam in de data</translation>
    </message>
    <message>
        <source>One letter or digit that gives it</source>
        <translation>Eén letter of cijfer die het geeft</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Takes it out of the scheme, where nothing uses it</source>
        <translation>Haalt het uit het schema, als niets het gebruikt</translation>
    </message>
    <message>
        <source>The name in the data is kept; what is shown for it can be changed.</source>
        <translation>De naam in de data blijft; wat ervoor getoond wordt kan anders.</translation>
    </message>
    <message>
        <source>What it is called on the screen, in Dutch</source>
        <translation>Hoe het op het scherm heet, in het Nederlands</translation>
    </message>
    <message>
        <source>What it is called on the screen, in English</source>
        <translation>Hoe het op het scherm heet, in het Engels</translation>
    </message>
    <message>
        <source>What stands in exports; it is kept for good</source>
        <translation>Wat in exports staat; de naam blijft voorgoed</translation>
    </message>
    <message>
        <source>When it is used: opens the text to be changed</source>
        <translation>Wanneer het gebruikt wordt: opent de tekst om die te wijzigen</translation>
    </message>
    <message>
        <source>Who uses it is being counted …</source>
        <translation>Wie het gebruikt wordt geteld …</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>CSV tables</source>
        <translation>CSV-tabellen</translation>
    </message>
    <message>
        <source>native JSONL</source>
        <translation>eigen JSONL</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>platte tekst</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Closes this window; Escape does it too</source>
        <translation>Sluit dit venster; Escape doet het ook</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Wat er misging</translation>
    </message>
</context>
<context>
    <name>GammaPart</name>
    <message>
        <source>Arrows move, Enter opens the places a figure rests on</source>
        <translation>Pijltjes bewegen, Enter opent de plaatsen waar een cijfer op rust</translation>
    </message>
    <message>
        <source>How many documents are measured</source>
        <translation>Hoeveel artikelen gemeten zijn</translation>
    </message>
    <message>
        <source>Measure γ</source>
        <translation>γ meten</translation>
    </message>
    <message>
        <source>Measures γ of {who}</source>
        <translation>Meet γ van {who}</translation>
    </message>
    <message>
        <source>More samples, a steadier figure, and longer work</source>
        <translation>Meer trekkingen: een vaster cijfer, en langer werk</translation>
    </message>
    <message>
        <source>Progress of γ</source>
        <translation>Voortgang van γ</translation>
    </message>
    <message>
        <source>Samples of chance</source>
        <translation>Trekkingen van toeval</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Stop γ</source>
        <translation>γ stoppen</translation>
    </message>
    <message>
        <source>Stops after the document it is at</source>
        <translation>Stopt na het artikel waar het bij is</translation>
    </message>
    <message>
        <source>The same seed gives the same figure</source>
        <translation>Dezelfde seed geeft hetzelfde cijfer</translation>
    </message>
    <message>
        <source>approximate: not every alignment could be tried</source>
        <translation>benaderd: niet elke uitlijning kon geprobeerd worden</translation>
    </message>
    <message>
        <source>document</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>γ by document, lowest first</source>
        <translation>γ per artikel, laagste eerst</translation>
    </message>
    <message>
        <source>γ {value} · samples: {samples}, seed: {seed}, documents: {n}</source>
        <translation>γ {value} · trekkingen: {samples}, seed: {seed}, artikelen: {n}</translation>
    </message>
</context>
<context>
    <name>GammaWork</name>
    <message>
        <source>γ is measured</source>
        <translation>γ is gemeten</translation>
    </message>
    <message>
        <source>γ was stopped</source>
        <translation>γ is gestopt</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>1 × “{text}” is {label} now; {key:undo} takes it back</source>
        <translation>1 × “{text}” is nu {label}; {key:undo} neemt dat terug</translation>
    </message>
    <message>
        <source>; it filled {count} roles</source>
        <translation>; het vulde {count} rollen in</translation>
    </message>
    <message>
        <source>; it was {role} of {label} “{text}”</source>
        <translation>; het was {role} van {label} “{text}”</translation>
    </message>
    <message>
        <source>Accept 1 suggestion scored {threshold} or more?</source>
        <translation>1 suggestie met score {threshold} of meer aannemen?</translation>
    </message>
    <message>
        <source>Accept {count} suggestions scored {threshold} or more?</source>
        <translation>{count} suggesties met score {threshold} of meer aannemen?</translation>
    </message>
    <message>
        <source>Add to {label} “{text}”</source>
        <translation>Toevoegen aan {label} “{text}”</translation>
    </message>
    <message>
        <source>Bringing back what was undone</source>
        <translation>Wat ongedaan werd gemaakt, komt terug</translation>
    </message>
    <message>
        <source>Event “{text}”</source>
        <translation>Gebeurtenis “{text}”</translation>
    </message>
    <message>
        <source>Give all {count} × {label} “{text}” in all articles that are not done another label?</source>
        <translation>Alle {count} × {label} “{text}” in alle artikelen die niet klaar zijn een ander label geven?</translation>
    </message>
    <message>
        <source>Give all {count} × {label} “{text}” in this article another label?</source>
        <translation>Alle {count} × {label} “{text}” in dit artikel een ander label geven?</translation>
    </message>
    <message>
        <source>Give {label} “{text}”, once in this article, another label?</source>
        <translation>{label} “{text}”, één keer in dit artikel, een ander label geven?</translation>
    </message>
    <message>
        <source>Giving “{text}” the label {label}</source>
        <translation>“{text}” krijgt het label {label}</translation>
    </message>
    <message>
        <source>Guideline of which label?</source>
        <translation>Richtlijn van welk label?</translation>
    </message>
    <message>
        <source>Guideline of {label}</source>
        <translation>Richtlijn van {label}</translation>
    </message>
    <message>
        <source>History of “{title}”</source>
        <translation>Geschiedenis van “{title}”</translation>
    </message>
    <message>
        <source>Label “{text}”</source>
        <translation>Label voor “{text}”</translation>
    </message>
    <message>
        <source>Labelling {count} × “{text}” as {label}</source>
        <translation>{count} × “{text}” krijgt het label {label}</translation>
    </message>
    <message>
        <source>Labels of “{title}”</source>
        <translation>Labels van “{title}”</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Opnieuw gedaan: {what}</translation>
    </message>
    <message>
        <source>Remark on this article</source>
        <translation>Opmerking bij dit artikel</translation>
    </message>
    <message>
        <source>Remark on {label} “{text}”</source>
        <translation>Opmerking bij {label} “{text}”</translation>
    </message>
    <message>
        <source>Roles of {label} “{text}”</source>
        <translation>Rollen van {label} “{text}”</translation>
    </message>
    <message>
        <source>Take which fragment off {label}?</source>
        <translation>Welk fragment van {label} weghalen?</translation>
    </message>
    <message>
        <source>Taking back what was done at one stroke</source>
        <translation>Wat in één keer gebeurde, wordt ongedaan gemaakt</translation>
    </message>
    <message>
        <source>The highest score in this article is {score}.</source>
        <translation>De hoogste score in dit artikel is {score}.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Ongedaan gemaakt: {what}</translation>
    </message>
    <message>
        <source>What you save is in force from now on, as the next version. **bold**, *italic*, # heading, - item</source>
        <translation>Wat u bewaart geldt vanaf nu, als volgende versie. **vet**, *cursief*, # kop, - punt</translation>
    </message>
    <message>
        <source>Who or what is {role}?</source>
        <translation>Wie of wat is {role}?</translation>
    </message>
    <message>
        <source>a trigger of several fragments cannot be applied to other places</source>
        <translation>een trigger van meer fragmenten kan niet op andere plaatsen herhaald worden</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aannemen</translation>
    </message>
    <message>
        <source>accept all {count}, one undo</source>
        <translation>alle {count} aannemen, in één keer terug te nemen</translation>
    </message>
    <message>
        <source>accept the suggestion first; a label's key alone relabels it</source>
        <translation>neem eerst de suggestie aan; de toets van een label alleen verandert haar label</translation>
    </message>
    <message>
        <source>accepted all from {threshold} on; 1 of {before} suggestions is left</source>
        <translation>alles vanaf {threshold} aangenomen; 1 van {before} suggesties blijft over</translation>
    </message>
    <message>
        <source>accepted all from {threshold} on; {count} of {before} suggestions are left</source>
        <translation>alles vanaf {threshold} aangenomen; {count} van {before} suggesties blijven over</translation>
    </message>
    <message>
        <source>accepted “{text}” as {label}</source>
        <translation>“{text}” aangenomen als {label}</translation>
    </message>
    <message>
        <source>add the words under the cursor</source>
        <translation>de woorden onder de cursor toevoegen</translation>
    </message>
    <message>
        <source>added “{text}” to {label}</source>
        <translation>“{text}” bij {label} gevoegd</translation>
    </message>
    <message>
        <source>all else is done; flagged: {flagged}, skipped: {skipped}</source>
        <translation>al het andere is klaar; gemarkeerd: {flagged}, overgeslagen: {skipped}</translation>
    </message>
    <message>
        <source>back at that point; {key:undo} brings back what came after</source>
        <translation>terug op dat punt; {key:undo} brengt terug wat erna kwam</translation>
    </message>
    <message>
        <source>clear the role</source>
        <translation>de rol leegmaken</translation>
    </message>
    <message>
        <source>copied: {text}</source>
        <translation>gekopieerd: {text}</translation>
    </message>
    <message>
        <source>done, and not flagged any more; this is the next one</source>
        <translation>klaar, en niet meer gemarkeerd; dit is het volgende</translation>
    </message>
    <message>
        <source>done, and nothing is left in the filter; this is the next of the others</source>
        <translation>klaar, en in het filter is niets meer over; dit is het volgende van de andere</translation>
    </message>
    <message>
        <source>done; this is the next one</source>
        <translation>klaar; dit is het volgende</translation>
    </message>
    <message>
        <source>every article is done</source>
        <translation>alle artikelen zijn klaar</translation>
    </message>
    <message>
        <source>every decision is saved as it is made</source>
        <translation>elke beslissing is meteen bewaard</translation>
    </message>
    <message>
        <source>every other article is done</source>
        <translation>alle andere artikelen zijn klaar</translation>
    </message>
    <message>
        <source>flagged for a look</source>
        <translation>gemarkeerd om te bekijken</translation>
    </message>
    <message>
        <source>go to the words first, with {key:left} or {key:right}; nothing was added</source>
        <translation>ga eerst met {key:left} of {key:right} naar de woorden; er is niets toegevoegd</translation>
    </message>
    <message>
        <source>guideline of {label}: version {version}</source>
        <translation>richtlijn van {label}: versie {version}</translation>
    </message>
    <message>
        <source>in all articles that are not done</source>
        <translation>in alle artikelen die niet klaar zijn</translation>
    </message>
    <message>
        <source>labelled {count} × “{text}” as {label}; {key:undo} takes all of it back</source>
        <translation>{count} × “{text}” het label {label} gegeven; {key:undo} neemt alles terug</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>zo laten</translation>
    </message>
    <message>
        <source>lower the threshold</source>
        <translation>de drempel verlagen</translation>
    </message>
    <message>
        <source>no entity near by; label one first, then {key:role} again</source>
        <translation>geen entiteit in de buurt; geef er eerst een een label, dan weer {key:role}</translation>
    </message>
    <message>
        <source>no entity stands there; label it first, then choose the role again</source>
        <translation>daar staat geen entiteit; geef eerst een label, kies dan de rol opnieuw</translation>
    </message>
    <message>
        <source>no event is at hand, so that was no role; the same key again gives the label</source>
        <translation>er ligt geen gebeurtenis voor, dus dat was geen rol; nog eens dezelfde toets geeft het label</translation>
    </message>
    <message>
        <source>no event is at hand; take one with a click, {key:right} or {key:next_suggestion}</source>
        <translation>er ligt geen gebeurtenis voor; neem er een met een klik, {key:right} of {key:next_suggestion}</translation>
    </message>
    <message>
        <source>no open suggestions above; on from the end</source>
        <translation>geen open suggesties meer erboven; verder vanaf het einde</translation>
    </message>
    <message>
        <source>no open suggestions are left; {key:done}: article done</source>
        <translation>er zijn geen open suggesties meer; {key:done}: artikel klaar</translation>
    </message>
    <message>
        <source>no open suggestions below; on from the beginning</source>
        <translation>geen open suggesties meer eronder; verder vanaf het begin</translation>
    </message>
    <message>
        <source>no open suggestions; {key:done}: article done</source>
        <translation>geen open suggesties; {key:done}: artikel klaar</translation>
    </message>
    <message>
        <source>no role has that key</source>
        <translation>geen rol heeft die toets</translation>
    </message>
    <message>
        <source>no span is at hand to be removed</source>
        <translation>er ligt geen label voor om te verwijderen</translation>
    </message>
    <message>
        <source>no span is at hand; take one with a click, {key:right} or {key:next_suggestion}</source>
        <translation>er ligt geen label voor; neem er een met een klik, {key:right} of {key:next_suggestion}</translation>
    </message>
    <message>
        <source>no suggestion is at hand; {key:next_suggestion} takes the next one</source>
        <translation>er ligt geen suggestie voor; {key:next_suggestion} neemt de volgende</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>niet vermeld</translation>
    </message>
    <message>
        <source>nothing is at hand; select words with {key:extend_right} or the mouse</source>
        <translation>er ligt niets voor; selecteer woorden met {key:extend_right} of de muis</translation>
    </message>
    <message>
        <source>nothing with attributes is at hand; take an event with {key:next_mark} or a click</source>
        <translation>er ligt niets met attributen voor; neem een gebeurtenis met {key:next_mark} of een klik</translation>
    </message>
    <message>
        <source>other candidates</source>
        <translation>andere kandidaten</translation>
    </message>
    <message>
        <source>other labels</source>
        <translation>andere labels</translation>
    </message>
    <message>
        <source>raise the threshold</source>
        <translation>de drempel verhogen</translation>
    </message>
    <message>
        <source>rejected “{text}” as {label}</source>
        <translation>“{text}” verworpen als {label}</translation>
    </message>
    <message>
        <source>remark saved</source>
        <translation>opmerking bewaard</translation>
    </message>
    <message>
        <source>remark saved, about the article: the label is not there any more</source>
        <translation>opmerking bewaard, bij het artikel: het label is er niet meer</translation>
    </message>
    <message>
        <source>removed {label} from “{text}”</source>
        <translation>{label} van “{text}” gehaald</translation>
    </message>
    <message>
        <source>select the trigger first, with {key:extend_right} or the mouse</source>
        <translation>selecteer eerst de trigger, met {key:extend_right} of de muis</translation>
    </message>
    <message>
        <source>select the words to copy first</source>
        <translation>selecteer eerst de woorden om te kopiëren</translation>
    </message>
    <message>
        <source>skipped, and not flagged any more; this is the next one. {key:undo} takes it back</source>
        <translation>overgeslagen, en niet meer gemarkeerd; dit is het volgende. {key:undo} neemt het terug</translation>
    </message>
    <message>
        <source>skipped; this is the next one. {key:undo} takes it back</source>
        <translation>overgeslagen; dit is het volgende. {key:undo} neemt het terug</translation>
    </message>
    <message>
        <source>take a span to hand first; its label can then go to all identical strings</source>
        <translation>kies eerst een label; dan kan het ook naar alle gelijke tekst</translation>
    </message>
    <message>
        <source>take an event to hand, then {key:add_fragment} and the words to add to its trigger</source>
        <translation>kies een gebeurtenis, dan {key:add_fragment} en de woorden die bij haar trigger horen</translation>
    </message>
    <message>
        <source>that event is not here any more</source>
        <translation>die gebeurtenis is er niet meer</translation>
    </message>
    <message>
        <source>the edge cannot go further that way</source>
        <translation>de rand kan die kant niet verder op</translation>
    </message>
    <message>
        <source>the flag is off</source>
        <translation>de markering is weg</translation>
    </message>
    <message>
        <source>the guideline comes with the work package; {key:comment} says in a remark what is amiss</source>
        <translation>de richtlijn hoort bij het werkpakket; {key:comment} zegt in een opmerking wat eraan schort</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>hetzelfde</translation>
    </message>
    <message>
        <source>the trigger has one fragment only; {key:delete} removes the event</source>
        <translation>de trigger heeft maar één fragment; {key:delete} verwijdert de gebeurtenis</translation>
    </message>
    <message>
        <source>there are no suggestions in this article; select words, then a label's key</source>
        <translation>er zijn in dit artikel geen suggesties; selecteer woorden, dan de toets van een label</translation>
    </message>
    <message>
        <source>there is no further article that way</source>
        <translation>er is geen artikel meer die kant op</translation>
    </message>
    <message>
        <source>there is no further event that way</source>
        <translation>er is die kant op geen gebeurtenis meer</translation>
    </message>
    <message>
        <source>there is no further label or suggestion that way</source>
        <translation>er is die kant op geen label of suggestie meer</translation>
    </message>
    <message>
        <source>there is no labelling yet to repeat</source>
        <translation>er is nog geen label om te herhalen</translation>
    </message>
    <message>
        <source>this is the only open suggestion</source>
        <translation>dit is de enige open suggestie</translation>
    </message>
    <message>
        <source>this scheme has no events</source>
        <translation>dit schema heeft geen gebeurtenissen</translation>
    </message>
    <message>
        <source>this scheme has only events</source>
        <translation>dit schema heeft alleen gebeurtenissen</translation>
    </message>
    <message>
        <source>this span is decided; {key:delete} removes it</source>
        <translation>hierover is beslist; {key:delete} verwijdert het</translation>
    </message>
    <message>
        <source>this window is for reading only</source>
        <translation>dit venster is alleen om te lezen</translation>
    </message>
    <message>
        <source>took “{text}” off {label}</source>
        <translation>“{text}” van {label} weggehaald</translation>
    </message>
    <message>
        <source>{chord} does nothing here; {key:overview} shows all keys</source>
        <translation>{chord} doet hier niets; {key:overview} toont alle toetsen</translation>
    </message>
    <message>
        <source>{count} × “{text}” are {label} now; {key:undo} takes all of it back</source>
        <translation>{count} × “{text}” is nu {label}; {key:undo} neemt alles terug</translation>
    </message>
    <message>
        <source>{key} is held down: that counts once</source>
        <translation>{key} wordt ingedrukt gehouden: dat telt één keer</translation>
    </message>
    <message>
        <source>{label} has no roles in this scheme</source>
        <translation>{label} heeft geen rollen in dit schema</translation>
    </message>
    <message>
        <source>{label} on “{text}”</source>
        <translation>{label} op “{text}”</translation>
    </message>
    <message>
        <source>{label} on “{text}”, within a word</source>
        <translation>{label} op “{text}”, binnen een woord</translation>
    </message>
    <message>
        <source>{label} “{text}” is only suggested: this remark will be about the article</source>
        <translation>{label} “{text}” is alleen voorgesteld: deze opmerking komt bij het artikel</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{role} is filled, but the scheme has no {label} for it, only {labels}</source>
        <translation>{role} is ingevuld, maar het schema kent er geen {label} voor, alleen {labels}</translation>
    </message>
    <message>
        <source>{role}: no answer</source>
        <translation>{role}: geen antwoord</translation>
    </message>
    <message>
        <source>{role}: not mentioned</source>
        <translation>{role}: niet vermeld</translation>
    </message>
    <message>
        <source>{role}: without {text}</source>
        <translation>{role}: zonder {text}</translation>
    </message>
    <message>
        <source>{role}: {text}</source>
        <translation>{role}: {text}</translation>
    </message>
    <message>
        <source>{said} · 1 suggestion was left open; {key:undo} goes back to it</source>
        <translation>{said} · 1 suggestie bleef open; {key:undo} gaat ernaar terug</translation>
    </message>
    <message>
        <source>{said} · {count} suggestions were left open; {key:undo} goes back to them</source>
        <translation>{said} · {count} suggesties bleven open; {key:undo} gaat ernaar terug</translation>
    </message>
    <message>
        <source>“{key}” is none of the choices; {leave} leaves them</source>
        <translation>“{key}” is geen van de keuzes; {leave} laat ze</translation>
    </message>
    <message>
        <source>“{text}” is in pieces, and {label} goes to words in one piece: select them first</source>
        <translation>“{text}” staat in delen, en {label} is voor woorden aaneen: selecteer die eerst</translation>
    </message>
    <message>
        <source>“{text}” is no word: go to one with {key:left} or {key:right}, or select it</source>
        <translation>“{text}” is geen woord: ga met {key:left} of {key:right} naar een woord, of selecteer het</translation>
    </message>
    <message>
        <source>“{text}” stands nowhere else in this article without a label</source>
        <translation>“{text}” staat nergens anders zonder label in dit artikel</translation>
    </message>
    <message>
        <source>“{text}” stands nowhere else without a label in the articles that are not done</source>
        <translation>“{text}” staat nergens anders zonder label in de artikelen die niet klaar zijn</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>What can be typed into the filter</source>
        <translation>Wat u in het filter kunt typen</translation>
    </message>
    <message>
        <source>Words are searched in title and text; “two words” as they stand; with - before them: not in it.</source>
        <translation>Woorden worden in titel en tekst gezocht; “twee woorden” precies zo; met - ervoor: die er niet in staan.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source> and {count} more</source>
        <translation> en nog {count}</translation>
    </message>
    <message>
        <source>, {label} before</source>
        <translation>, voordien {label}</translation>
    </message>
    <message>
        <source>Enter again takes back the operation above; undo brings it back</source>
        <translation>Nog eens Enter neemt de handeling erboven terug; ongedaan maken brengt ze terug</translation>
    </message>
    <message>
        <source>Enter again takes back the {count} operations above; one undo brings them back</source>
        <translation>Nog eens Enter neemt de {count} handelingen erboven terug; één keer ongedaan maken brengt ze terug</translation>
    </message>
    <message>
        <source>What was done, newest first</source>
        <translation>Wat er gedaan is, het nieuwste eerst</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>accepted all above the threshold:</source>
        <translation>alles boven de drempel aangenomen:</translation>
    </message>
    <message>
        <source>added a fragment to</source>
        <translation>fragment toegevoegd aan</translation>
    </message>
    <message>
        <source>before the first decision</source>
        <translation>vóór de eerste beslissing</translation>
    </message>
    <message>
        <source>cleared a role of</source>
        <translation>rol leeggemaakt van</translation>
    </message>
    <message>
        <source>corrected to</source>
        <translation>verbeterd tot</translation>
    </message>
    <message>
        <source>filled a role of</source>
        <translation>rol ingevuld van</translation>
    </message>
    <message>
        <source>gave another type:</source>
        <translation>andere soort gegeven:</translation>
    </message>
    <message>
        <source>go back to this point</source>
        <translation>terug naar dit punt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>geïmporteerd</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>label gegeven</translation>
    </message>
    <message>
        <source>labelled all identical strings:</source>
        <translation>alle gelijke tekst een label gegeven:</translation>
    </message>
    <message>
        <source>labelled chosen places:</source>
        <translation>gekozen plaatsen een label gegeven:</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>zo laten</translation>
    </message>
    <message>
        <source>made an event of</source>
        <translation>gebeurtenis gemaakt van</translation>
    </message>
    <message>
        <source>moved the edges of</source>
        <translation>randen verzet van</translation>
    </message>
    <message>
        <source>nothing has been decided here yet</source>
        <translation>hier is nog niets beslist</translation>
    </message>
    <message>
        <source>redid:</source>
        <translation>opnieuw gedaan:</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworpen</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>ander label gegeven</translation>
    </message>
    <message>
        <source>relabelled all of a kind:</source>
        <translation>alles van één soort een ander label gegeven:</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>set an attribute of</source>
        <translation>attribuut gezet van</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>suggested by {suggester}</source>
        <translation>voorgesteld door {suggester}</translation>
    </message>
    <message>
        <source>this is how it is now</source>
        <translation>zo is het nu</translation>
    </message>
    <message>
        <source>took a fragment off</source>
        <translation>fragment weggehaald van</translation>
    </message>
    <message>
        <source>undid:</source>
        <translation>ongedaan gemaakt:</translation>
    </message>
    <message>
        <source>undone since</source>
        <translation>sindsdien ongedaan gemaakt</translation>
    </message>
    <message>
        <source>went back to a point:</source>
        <translation>teruggegaan naar een punt:</translation>
    </message>
</context>
<context>
    <name>HitsList</name>
    <message>
        <source>Nothing found. * before a word finds it inside words too.</source>
        <translation>Niets gevonden. Met * ervoor wordt een woord ook binnen woorden gevonden.</translation>
    </message>
    <message>
        <source>Type words, or choose a label: every place in all articles is listed here.</source>
        <translation>Typ woorden of kies een label: elke plaats in alle artikelen komt hier te staan.</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>no label</source>
        <translation>geen label</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>niet aangevinkt</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>aangevinkt</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Annotations recorded: {count}, in articles: {articles}.</source>
        <translation>Annotaties vastgelegd: {count}, in artikelen: {articles}.</translation>
    </message>
    <message>
        <source>Articles added: {count}.</source>
        <translation>Artikelen toegevoegd: {count}.</translation>
    </message>
    <message>
        <source>Begin or end inside a word and stay as they are: {count}.</source>
        <translation>Beginnen of eindigen midden in een woord en blijven zoals ze zijn: {count}.</translation>
    </message>
    <message>
        <source>Left out: {what}.</source>
        <translation>Weggelaten: {what}.</translation>
    </message>
    <message>
        <source>There already: {count}.</source>
        <translation>Er al: {count}.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Add the articles first: files, or a folder that holds some.</source>
        <translation>Voeg eerst artikelen toe: bestanden, of een map waar er in staan.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Brings in what is shown, and opens the project anew</source>
        <translation>Haalt binnen wat getoond wordt, en opent het project opnieuw</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Closes this window; nothing is imported</source>
        <translation>Sluit dit venster; er wordt niets geïmporteerd</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikelen importeren</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Shows what would come in; nothing is written yet</source>
        <translation>Toont wat er binnenkomt; er wordt nog niets geschreven</translation>
    </message>
    <message>
        <source>To the files</source>
        <translation>Naar de bestanden</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Guideline · {label}</source>
        <translation>Richtlijn · {label}</translation>
    </message>
    <message>
        <source>Hidden here</source>
        <translation>Hier verborgen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Nothing is written of it yet.</source>
        <translation>Er is nog niets over geschreven.</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>There is no article yet. {key:import_articles} imports articles.</source>
        <translation>Er is nog geen artikel. {key:import_articles} importeert artikelen.</translation>
    </message>
    <message>
        <source>What is known of what is at hand, and its guideline; the arrows scroll</source>
        <translation>Wat er bekend is van wat voorligt, en de richtlijn ervan; de pijltjes schuiven</translation>
    </message>
    <message>
        <source>a compound of a place and a facility</source>
        <translation>een samenstelling van een plaats en een voorziening</translation>
    </message>
    <message>
        <source>a compound with “{word}”</source>
        <translation>een samenstelling met “{word}”</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>een datum</translation>
    </message>
    <message>
        <source>a day told from today</source>
        <translation>een dag, geteld vanaf vandaag</translation>
    </message>
    <message>
        <source>a given name before it</source>
        <translation>een voornaam ervoor</translation>
    </message>
    <message>
        <source>a length of time</source>
        <translation>een tijdsduur</translation>
    </message>
    <message>
        <source>a measure with its unit</source>
        <translation>een maat met eenheid</translation>
    </message>
    <message>
        <source>a name of a ship</source>
        <translation>een naam van een schip</translation>
    </message>
    <message>
        <source>a name of a vehicle</source>
        <translation>een naam van een voertuig</translation>
    </message>
    <message>
        <source>a name of a weapon</source>
        <translation>een naam van een wapen</translation>
    </message>
    <message>
        <source>a name that is given its letters</source>
        <translation>een naam waarvan de afkorting genoemd wordt</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>een getal</translation>
    </message>
    <message>
        <source>a number in words</source>
        <translation>een getal in woorden</translation>
    </message>
    <message>
        <source>a part of a country or town</source>
        <translation>een deel van een land of stad</translation>
    </message>
    <message>
        <source>a preposition of place before it</source>
        <translation>een voorzetsel van plaats ervoor</translation>
    </message>
    <message>
        <source>a river by that name in the article</source>
        <translation>een rivier van die naam in het artikel</translation>
    </message>
    <message>
        <source>a span stands there</source>
        <translation>er staat al een label</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>een tijdstip</translation>
    </message>
    <message>
        <source>a title or office before it</source>
        <translation>een titel of ambt ervoor</translation>
    </message>
    <message>
        <source>a word for a facility beside it</source>
        <translation>een woord voor een voorziening ernaast</translation>
    </message>
    <message>
        <source>a word for a facility in it</source>
        <translation>een woord voor een voorziening erin</translation>
    </message>
    <message>
        <source>a word for an organisation before it</source>
        <translation>een woord voor een organisatie ervoor</translation>
    </message>
    <message>
        <source>a word for an organisation in it</source>
        <translation>een woord voor een organisatie erin</translation>
    </message>
    <message>
        <source>a word for its members before it</source>
        <translation>een woord voor de leden ervan ervoor</translation>
    </message>
    <message>
        <source>a word made from the name of a place</source>
        <translation>een woord dat van een plaatsnaam komt</translation>
    </message>
    <message>
        <source>a word such as “province” beside it</source>
        <translation>een woord als “provincie” ernaast</translation>
    </message>
    <message>
        <source>a word such as “river” beside it</source>
        <translation>een woord als “rivier” ernaast</translation>
    </message>
    <message>
        <source>a word such as “tribe” beside it</source>
        <translation>een woord als “stam” ernaast</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>toegevoegd</translation>
    </message>
    <message>
        <source>an institution of a country or town</source>
        <translation>een instelling van een land of stad</translation>
    </message>
    <message>
        <source>another spelling of a known place</source>
        <translation>een andere spelling van een bekende plaats</translation>
    </message>
    <message>
        <source>capital letters only</source>
        <translation>alleen hoofdletters</translation>
    </message>
    <message>
        <source>changed since your last decision · {note}</source>
        <translation>gewijzigd sinds uw laatste beslissing · {note}</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>decided already</source>
        <translation>al beslist</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>geïmporteerd</translation>
    </message>
    <message>
        <source>in bulk</source>
        <translation>in één keer</translation>
    </message>
    <message>
        <source>it is known from other articles</source>
        <translation>bekend uit andere artikelen</translation>
    </message>
    <message>
        <source>it is part of a name in the article</source>
        <translation>deel van een naam in het artikel</translation>
    </message>
    <message>
        <source>it looks like a name</source>
        <translation>het lijkt op een naam</translation>
    </message>
    <message>
        <source>it looks like a person's name</source>
        <translation>het lijkt op een persoonsnaam</translation>
    </message>
    <message>
        <source>it says something</source>
        <translation>het zegt iets</translation>
    </message>
    <message>
        <source>it stands beside names of that kind</source>
        <translation>het staat naast zulke namen</translation>
    </message>
    <message>
        <source>it stands elsewhere in the article</source>
        <translation>het staat elders in het artikel</translation>
    </message>
    <message>
        <source>it was decided elsewhere</source>
        <translation>elders zo beslist</translation>
    </message>
    <message>
        <source>made by {actor}</source>
        <translation>gemaakt door {actor}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>same words: accepted {accepted} ×, corrected {corrected} ×, rejected {rejected} ×</source>
        <translation>zelfde woorden: {accepted} × aangenomen, {corrected} × verbeterd, {rejected} × verworpen</translation>
    </message>
    <message>
        <source>same words: accepted {accepted} ×, rejected {rejected} ×</source>
        <translation>zelfde woorden: {accepted} × aangenomen, {rejected} × verworpen</translation>
    </message>
    <message>
        <source>score {score} · {how}</source>
        <translation>score {score} · {how}</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>voorgesteld</translation>
    </message>
    <message>
        <source>suggested as {label}</source>
        <translation>voorgesteld als {label}</translation>
    </message>
    <message>
        <source>suggested by {suggester}</source>
        <translation>voorgesteld door {suggester}</translation>
    </message>
    <message>
        <source>suggested on “{text}”</source>
        <translation>voorgesteld op “{text}”</translation>
    </message>
    <message>
        <source>the annotators</source>
        <translation>de annotatoren</translation>
    </message>
    <message>
        <source>the expression “{word}”</source>
        <translation>de uitdrukking “{word}”</translation>
    </message>
    <message>
        <source>the fast learner</source>
        <translation>de snelle leerling</translation>
    </message>
    <message>
        <source>the form of an organisation’s name</source>
        <translation>de vorm van de naam van een organisatie</translation>
    </message>
    <message>
        <source>the header of the article</source>
        <translation>de kop van het artikel</translation>
    </message>
    <message>
        <source>the list of armed groups</source>
        <translation>de lijst van gewapende groepen</translation>
    </message>
    <message>
        <source>the list of countries</source>
        <translation>de lijst van landen</translation>
    </message>
    <message>
        <source>the list of faiths</source>
        <translation>de lijst van geloven</translation>
    </message>
    <message>
        <source>the list of family names</source>
        <translation>de lijst van familienamen</translation>
    </message>
    <message>
        <source>the list of landmarks</source>
        <translation>de lijst van bekende plekken</translation>
    </message>
    <message>
        <source>the list of media</source>
        <translation>de lijst van media</translation>
    </message>
    <message>
        <source>the list of organisations</source>
        <translation>de lijst van organisaties</translation>
    </message>
    <message>
        <source>the list of peoples</source>
        <translation>de lijst van volken</translation>
    </message>
    <message>
        <source>the list of persons</source>
        <translation>de lijst van personen</translation>
    </message>
    <message>
        <source>the list of places</source>
        <translation>de lijst van plaatsen</translation>
    </message>
    <message>
        <source>the list of the world's towns</source>
        <translation>de lijst van steden in de wereld</translation>
    </message>
    <message>
        <source>the list of vehicles</source>
        <translation>de lijst van voertuigen</translation>
    </message>
    <message>
        <source>the list of waters and regions</source>
        <translation>de lijst van wateren en streken</translation>
    </message>
    <message>
        <source>the list of weapons</source>
        <translation>de lijst van wapens</translation>
    </message>
    <message>
        <source>the memory</source>
        <translation>het geheugen</translation>
    </message>
    <message>
        <source>the name of a ministry</source>
        <translation>de naam van een ministerie</translation>
    </message>
    <message>
        <source>the noun “{word}”</source>
        <translation>het zelfstandig naamwoord “{word}”</translation>
    </message>
    <message>
        <source>the participle of “{word}”</source>
        <translation>het deelwoord van “{word}”</translation>
    </message>
    <message>
        <source>the pipeline</source>
        <translation>de pipeline</translation>
    </message>
    <message>
        <source>the pipeline {name}</source>
        <translation>de pipeline {name}</translation>
    </message>
    <message>
        <source>the rules</source>
        <translation>de regels</translation>
    </message>
    <message>
        <source>the scheme has no such label</source>
        <translation>het schema kent dat label niet</translation>
    </message>
    <message>
        <source>the scheme has {labels} for {role}, not {label}</source>
        <translation>het schema kent {labels} voor {role}, niet {label}</translation>
    </message>
    <message>
        <source>the tagger</source>
        <translation>de tagger</translation>
    </message>
    <message>
        <source>the verb “{word}”</source>
        <translation>het werkwoord “{word}”</translation>
    </message>
    <message>
        <source>the verb “{word}”, in two parts</source>
        <translation>het werkwoord “{word}”, in twee delen</translation>
    </message>
    <message>
        <source>the word “{word}”</source>
        <translation>het woord “{word}”</translation>
    </message>
    <message>
        <source>too unlikely: {score} and what rules do not find was mostly wrong here so far</source>
        <translation>te onwaarschijnlijk: {score}, en wat regels niet vinden was hier tot nu toe meestal fout</translation>
    </message>
    <message>
        <source>too unlikely: {score} where {least} is shown</source>
        <translation>te onwaarschijnlijk: {score}; vanaf {least} wordt getoond</translation>
    </message>
    <message>
        <source>version {version} of {date}, by {actor}</source>
        <translation>versie {version} van {date}, door {actor}</translation>
    </message>
    <message>
        <source>what was learned</source>
        <translation>wat er geleerd is</translation>
    </message>
    <message>
        <source>within a word; {key:left_edge_left} or {key:right_edge_right} widens it</source>
        <translation>binnen een woord; {key:left_edge_left} of {key:right_edge_right} maakt het heel</translation>
    </message>
    <message>
        <source>you accepted it</source>
        <translation>u hebt het aangenomen</translation>
    </message>
    <message>
        <source>you corrected it</source>
        <translation>u hebt het verbeterd</translation>
    </message>
    <message>
        <source>you rejected it</source>
        <translation>u hebt het verworpen</translation>
    </message>
    <message>
        <source>{label} “{text}” is likelier there</source>
        <translation>{label} “{text}” is daar waarschijnlijker</translation>
    </message>
    <message>
        <source>{label} “{text}” is what the rules find there, and they still come first</source>
        <translation>{label} “{text}” is wat de regels daar vinden, en die gaan nog voor</translation>
    </message>
    <message>
        <source>{source} has to be silent on {label}: only {right} of {total} were right elsewhere</source>
        <translation>{label} mag niet komen van {source}: elders waren maar {right} van {total} juist</translation>
    </message>
    <message>
        <source>“{text}” was rejected as {label}</source>
        <translation>“{text}” is verworpen als {label}</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Labels and their keys</source>
        <translation>Labels en hun toetsen</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>All keys by group; the arrows scroll</source>
        <translation>Alle toetsen per groep; de pijltjes schuiven</translation>
    </message>
    <message>
        <source>Attributes of what is at hand</source>
        <translation>Attributen van wat voorligt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Events, after {key:event}</source>
        <translation>Gebeurtenissen, na {key:event}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Narrow the keys</source>
        <translation>Toetsen zoeken</translation>
    </message>
    <message>
        <source>Narrow: a key, or a word of what it does</source>
        <translation>Zoeken: een toets, of een woord van wat ze doet</translation>
    </message>
    <message>
        <source>No key fits these letters.</source>
        <translation>Geen toets past bij deze letters.</translation>
    </message>
    <message>
        <source>Roles, after {key:role}</source>
        <translation>Rollen, na {key:role}</translation>
    </message>
    <message>
        <source>Shows only the keys whose line holds these letters</source>
        <translation>Toont alleen de toetsen met deze letters in hun regel</translation>
    </message>
    <message>
        <source>They can be changed in the settings, {key:settings}</source>
        <translation>U kunt ze veranderen in de instellingen, {key:settings}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Handelingen en hun toetsen</translation>
    </message>
    <message>
        <source>All default keys</source>
        <translation>Alle standaardtoetsen</translation>
    </message>
    <message>
        <source>An action has {count} keys at most; take one away first.</source>
        <translation>Een handeling heeft hoogstens {count} toetsen; haal er eerst een weg.</translation>
    </message>
    <message>
        <source>Answer about the key</source>
        <translation>Antwoord over de toets</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>Standaardtoetsen</translation>
    </message>
    <message>
        <source>Gives every action the keys back that it came with</source>
        <translation>Geeft elke handeling haar eerste toetsen terug</translation>
    </message>
    <message>
        <source>Gives this action the keys back that it came with</source>
        <translation>Geeft deze handeling haar eerste toetsen terug</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Narrow the keys</source>
        <translation>Toetsen zoeken</translation>
    </message>
    <message>
        <source>Narrow: a key, or a word of what it does</source>
        <translation>Zoeken: een toets, of een woord van wat ze doet</translation>
    </message>
    <message>
        <source>No key fits these letters.</source>
        <translation>Geen toets past bij deze letters.</translation>
    </message>
    <message>
        <source>Shows only the lines that hold these letters</source>
        <translation>Toont alleen de regels met deze letters</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>{key} weghalen</translation>
    </message>
    <message>
        <source>Takes this key from the action</source>
        <translation>Neemt deze toets van de handeling af</translation>
    </message>
    <message>
        <source>The arrows choose an action; Enter goes to its keys</source>
        <translation>De pijltjes kiezen een handeling; Enter gaat naar haar toetsen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wat het doet</translation>
    </message>
    <message>
        <source>{key} already does: {what}. Take it away there first.</source>
        <translation>{key} doet al: {what}. Haal de toets eerst daar weg.</translation>
    </message>
    <message>
        <source>{key} does this already.</source>
        <translation>{key} doet dit al.</translation>
    </message>
    <message>
        <source>{key} is the key of the label {label}; choose another one, or change it in the scheme.</source>
        <translation>{key} is de toets van het label {label}; kies een andere, of verander ze in het schema.</translation>
    </message>
</context>
<context>
    <name>LeadDialog</name>
    <message>
        <source>An annotator can choose another in the filter of the list.</source>
        <translation>Een annotator kan een andere kiezen in het filter van de lijst.</translation>
    </message>
    <message>
        <source>Articles without suggestions, in a hundred</source>
        <translation>Artikelen zonder suggesties, op honderd</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>Zoals geïmporteerd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Control articles</source>
        <translation>Controleartikelen</translation>
    </message>
    <message>
        <source>Easiest first</source>
        <translation>Makkelijkste eerst</translation>
    </message>
    <message>
        <source>For the lead</source>
        <translation>Voor de leiding</translation>
    </message>
    <message>
        <source>How this project is worked on, by everyone who works in it or in a work package made from now on.</source>
        <translation>Hoe in dit project gewerkt wordt, door iedereen die erin werkt of in een werkpakket dat vanaf nu gemaakt wordt.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Keeps this for the project, for everyone who works in it</source>
        <translation>Bewaart dit voor het project, voor iedereen die erin werkt</translation>
    </message>
    <message>
        <source>Leaves all as it was; Escape does it too</source>
        <translation>Laat alles zoals het was; Escape doet dat ook</translation>
    </message>
    <message>
        <source>Leaves all here as it was, and goes on to labels and keys</source>
        <translation>Laat hier alles zoals het was, en gaat door naar labels en toetsen</translation>
    </message>
    <message>
        <source>Off: suggestions come from the rules alone</source>
        <translation>Uit: suggesties komen alleen van de regels</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Oudste eerst</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Volgorde van de lijst</translation>
    </message>
    <message>
        <source>Planted suggestions</source>
        <translation>Ondergeschoven suggesties</translation>
    </message>
    <message>
        <source>Scheme …</source>
        <translation>Schema …</translation>
    </message>
    <message>
        <source>The window learns from decisions</source>
        <translation>Het venster leert van beslissingen</translation>
    </message>
    <message>
        <source>They are drawn once for ever and show what suggestions do to the work. Annotators are told which they are.</source>
        <translation>Ze worden één keer voorgoed geloot en laten zien wat suggesties met het werk doen. Annotatoren krijgen te horen welke het zijn.</translation>
    </message>
    <message>
        <source>They are wrong on purpose and show whether suggestions are read. Annotators are told that there may be some, not which. Nothing is learned from them, and none is exported as a suggestion. They come with suggestions and into work packages made from now on; one that is accepted is a wrong label until somebody mends it.</source>
        <translation>Ze zijn met opzet fout en laten zien of suggesties gelezen worden. Annotatoren krijgen te horen dat ze er kunnen zijn, niet welke. Er wordt niets van geleerd, en geen ervan wordt als suggestie geëxporteerd. Ze komen tussen nieuwe suggesties en in werkpakketten die vanaf nu gemaakt worden; is er een aangenomen, dan is dat een fout label tot iemand het verbetert.</translation>
    </message>
    <message>
        <source>What teaches most first</source>
        <translation>Wat het meeste leert eerst</translation>
    </message>
    <message>
        <source>Where the annotator asks for no other</source>
        <translation>Waar de annotator geen andere vraagt</translation>
    </message>
    <message>
        <source>Wrong suggestions for a hundred real ones</source>
        <translation>Foute suggesties op honderd echte</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>95 % interval</source>
        <translation>95 %-interval</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F1 by the number of articles learned from</source>
        <translation>F1 naar het aantal artikelen waarvan geleerd is</translation>
    </message>
    <message>
        <source>F1 now</source>
        <translation>F1 nu</translation>
    </message>
    <message>
        <source>F1 of the rules</source>
        <translation>F1 van de regels</translation>
    </message>
    <message>
        <source>Right label in rows, shown label in columns</source>
        <translation>Juist label in rijen, getoond label in kolommen</translation>
    </message>
    <message>
        <source>Share that was right by score</source>
        <translation>Aandeel juist naar score</translation>
    </message>
    <message>
        <source>about</source>
        <translation>ongeveer</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>active min</source>
        <translation>actieve min</translation>
    </message>
    <message>
        <source>against gold</source>
        <translation>tegen goud</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>annotator</translation>
    </message>
    <message>
        <source>another hour on</source>
        <translation>nog een uur aan</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artikelen</translation>
    </message>
    <message>
        <source>articles: {count}, F1 {f1}, spans: {spans}</source>
        <translation>artikelen: {count}, F1 {f1}, labels: {spans}</translation>
    </message>
    <message>
        <source>controls</source>
        <translation>controles</translation>
    </message>
    <message>
        <source>controls done</source>
        <translation>controles klaar</translation>
    </message>
    <message>
        <source>correct spans</source>
        <translation>juiste labels</translation>
    </message>
    <message>
        <source>fewer than {few} articles are done</source>
        <translation>minder dan {few} artikelen zijn klaar</translation>
    </message>
    <message>
        <source>gestures</source>
        <translation>gebaren</translation>
    </message>
    <message>
        <source>gestures a span</source>
        <translation>gebaren per label</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>none there</source>
        <translation>er zijn er geen</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>niet getoond</translation>
    </message>
    <message>
        <source>nothing proposed</source>
        <translation>niets voorgesteld</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>hier staat niets</translation>
    </message>
    <message>
        <source>nothing was shown</source>
        <translation>er is niets getoond</translation>
    </message>
    <message>
        <source>planted, caught</source>
        <translation>ondergeschoven, betrapt</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisie</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>vangst</translation>
    </message>
    <message>
        <source>score {score}: {right} of {count} right</source>
        <translation>score {score}: {right} van {count} juist</translation>
    </message>
    <message>
        <source>seconds a decision</source>
        <translation>seconden per beslissing</translation>
    </message>
    <message>
        <source>seconds a span</source>
        <translation>seconden per label</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>labels</translation>
    </message>
    <message>
        <source>spans set apart</source>
        <translation>labels apart gezet</translation>
    </message>
    <message>
        <source>the articles that are done have one source, or none</source>
        <translation>de artikelen die klaar zijn hebben één bron, of geen</translation>
    </message>
    <message>
        <source>too few articles are left that are not nearly the same as one set apart</source>
        <translation>er blijven te weinig artikelen over die niet bijna hetzelfde zijn als een apart gezet</translation>
    </message>
    <message>
        <source>too few: active time is known of fewer than {few} articles</source>
        <translation>te weinig: van minder dan {few} artikelen is de actieve tijd bekend</translation>
    </message>
    <message>
        <source>too few: the curve has under three points</source>
        <translation>te weinig: de kromme heeft nog geen drie punten</translation>
    </message>
    <message>
        <source>too few: under {few} spans</source>
        <translation>te weinig: nog geen {few} labels</translation>
    </message>
</context>
<context>
    <name>LearningPlace</name>
    <message>
        <source>For the lead …</source>
        <translation>Voor de leiding …</translation>
    </message>
    <message>
        <source>How far the measuring is</source>
        <translation>Hoe ver het meten is</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Learning is switched off for this project.</source>
        <translation>Leren staat uit voor dit project.</translation>
    </message>
    <message>
        <source>Learning, control articles, planted suggestions, order of the list</source>
        <translation>Leren, controleartikelen, ondergeschoven suggesties, volgorde van de lijst</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Meten</translation>
    </message>
    <message>
        <source>Measures on articles that were not learned from</source>
        <translation>Meet op artikelen waarvan niet geleerd is</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Set apart</source>
        <translation>Apart gezet</translation>
    </message>
    <message>
        <source>Since the figures were measured 1 more article was done.</source>
        <translation>Sinds de cijfers gemeten zijn kwam nog 1 artikel klaar.</translation>
    </message>
    <message>
        <source>Since the figures were measured {count} more articles were done.</source>
        <translation>Sinds de cijfers gemeten zijn kwamen {count} artikelen klaar.</translation>
    </message>
    <message>
        <source>Some suggestions are wrong on purpose.</source>
        <translation>Sommige suggesties zijn met opzet fout.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stops measuring</source>
        <translation>Stopt met meten</translation>
    </message>
    <message>
        <source>The layer that the figures are about</source>
        <translation>De laag waar de cijfers over gaan</translation>
    </message>
    <message>
        <source>The window learns from every article that is done.</source>
        <translation>Het venster leert van elk artikel dat klaar is.</translation>
    </message>
    <message>
        <source>Which articles the learning curve is judged on</source>
        <translation>Op welke artikelen de leerkromme beoordeeld wordt</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Van wie</translation>
    </message>
    <message>
        <source>Whose decisions the suggestions are measured by</source>
        <translation>Tegen wiens beslissingen de suggesties gemeten worden</translation>
    </message>
    <message>
        <source>measured on 1 article</source>
        <translation>gemeten op 1 artikel</translation>
    </message>
    <message>
        <source>measured on {count} articles</source>
        <translation>gemeten op {count} artikelen</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>meten …</translation>
    </message>
    <message>
        <source>measuring: {share} %</source>
        <translation>meten: {share} %</translation>
    </message>
    <message>
        <source>stopped; the figures are those from before</source>
        <translation>gestopt; dit zijn de cijfers van daarvoor</translation>
    </message>
    <message>
        <source>the latest set apart</source>
        <translation>de laatste apart</translation>
    </message>
    <message>
        <source>whole sources set apart</source>
        <translation>hele bronnen apart</translation>
    </message>
    <message>
        <source>{share} % of the articles are controls: they come without suggestions.</source>
        <translation>{share} % van de artikelen is controle: ze komen zonder suggesties.</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>a second {0} “{1}” in {2}</source>
        <translation>een tweede {0} “{1}” in {2}</translation>
    </message>
    <message>
        <source>attribute {0}</source>
        <translation>attribuut {0}</translation>
    </message>
    <message>
        <source>attribute {0}={1} of {2}</source>
        <translation>attribuut {0}={1} van {2}</translation>
    </message>
    <message>
        <source>attribute {0}={1} on layer {2}</source>
        <translation>attribuut {0}={1} op laag {2}</translation>
    </message>
    <message>
        <source>label {0}</source>
        <translation>label {0}</translation>
    </message>
    <message>
        <source>label {0} that overlaps another in the flat layer {1}</source>
        <translation>label {0} dat over een ander ligt in de platte laag {1}</translation>
    </message>
    <message>
        <source>rejected label {0}</source>
        <translation>afgewezen label {0}</translation>
    </message>
    <message>
        <source>relation {0}</source>
        <translation>relatie {0}</translation>
    </message>
    <message>
        <source>relation {0} between two events</source>
        <translation>relatie {0} tussen twee gebeurtenissen</translation>
    </message>
    <message>
        <source>relation {0} between two spans that are no events</source>
        <translation>relatie {0} tussen twee stukken die geen gebeurtenis zijn</translation>
    </message>
    <message>
        <source>relation {0} with a span that was left out</source>
        <translation>relatie {0} met een stuk dat is weggelaten</translation>
    </message>
    <message>
        <source>role {0}</source>
        <translation>rol {0}</translation>
    </message>
    <message>
        <source>role {0} of {1}</source>
        <translation>rol {0} van {1}</translation>
    </message>
    <message>
        <source>role {0} of {1} with a span that was left out</source>
        <translation>rol {0} van {1} met een stuk dat is weggelaten</translation>
    </message>
    <message>
        <source>role {0} “{1}” of {2}</source>
        <translation>rol {0} “{1}” van {2}</translation>
    </message>
    <message>
        <source>{0} of layer {1}</source>
        <translation>{0} van laag {1}</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>'{0}' codec can't decode byte {1} in position {2}: {3}</source>
        <translation>byte {1} op plaats {2} is geen {0} ({3})</translation>
    </message>
    <message>
        <source>Bad CRC-32 for file {0}</source>
        <translation>de controlesom van {0} klopt niet</translation>
    </message>
    <message>
        <source>Bad magic number for central directory</source>
        <translation>de inhoudsopgave klopt niet</translation>
    </message>
    <message>
        <source>Bad magic number for file header</source>
        <translation>het begin van een bestand erin klopt niet</translation>
    </message>
    <message>
        <source>Cannot declare {0} twice</source>
        <translation>{0} staat er twee keer</translation>
    </message>
    <message>
        <source>Cannot mutate immutable namespace {0}</source>
        <translation>aan {0} kan niets meer worden toegevoegd</translation>
    </message>
    <message>
        <source>Cannot overwrite a value</source>
        <translation>een naam krijgt een tweede waarde</translation>
    </message>
    <message>
        <source>Cannot redefine namespace {0}</source>
        <translation>{0} is al iets anders</translation>
    </message>
    <message>
        <source>Compressed file ended before the end-of-stream marker was reached</source>
        <translation>het houdt op vóór het einde</translation>
    </message>
    <message>
        <source>Duplicate inline table key {0}</source>
        <translation>{0} staat twee keer in een tabel</translation>
    </message>
    <message>
        <source>Error {0} while decompressing data: {1}</source>
        <translation>uitpakken mislukte ({0}: {1})</translation>
    </message>
    <message>
        <source>Escaped character is not a Unicode scalar value</source>
        <translation>een teken met \ dat geen Unicode-teken is</translation>
    </message>
    <message>
        <source>Expected '=' after a key in a key/value pair</source>
        <translation>na een naam hoort een = te staan</translation>
    </message>
    <message>
        <source>Expected ']' at the end of a table declaration</source>
        <translation>achter de naam van een tabel hoort een sluithaak te staan</translation>
    </message>
    <message>
        <source>Expected ']]' at the end of an array declaration</source>
        <translation>achter de naam van een lijst van tabellen horen twee sluithaken te staan</translation>
    </message>
    <message>
        <source>Expected newline or end of document after a statement</source>
        <translation>hier hoort de regel te eindigen</translation>
    </message>
    <message>
        <source>Expected {0}</source>
        <translation>hier hoort {0} te staan</translation>
    </message>
    <message>
        <source>Expecting ',' delimiter</source>
        <translation>hier hoort een komma te staan</translation>
    </message>
    <message>
        <source>Expecting ':' delimiter</source>
        <translation>hier hoort een dubbele punt te staan</translation>
    </message>
    <message>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>hier hoort een naam tussen dubbele aanhalingstekens te staan</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>hier hoort een waarde te staan</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>er staat nog iets achter het einde</translation>
    </message>
    <message>
        <source>File is not a zip file</source>
        <translation>het is geen zip-bestand</translation>
    </message>
    <message>
        <source>Found invalid character {0}</source>
        <translation>hier mag {0} niet staan</translation>
    </message>
    <message>
        <source>Illegal character {0}</source>
        <translation>{0} mag niet in een tekst staan</translation>
    </message>
    <message>
        <source>Illegal trailing comma before end of array</source>
        <translation>een komma te veel vóór het einde van een lijst</translation>
    </message>
    <message>
        <source>Illegal trailing comma before end of object</source>
        <translation>een komma te veel vóór het einde van een object</translation>
    </message>
    <message>
        <source>Invalid \escape</source>
        <translation>na een \ staat iets wat daar niet mag staan</translation>
    </message>
    <message>
        <source>Invalid \uXXXX escape</source>
        <translation>na \u horen vier hexadecimale cijfers te staan</translation>
    </message>
    <message>
        <source>Invalid control character at</source>
        <translation>een stuurteken, zoals een regeleinde, midden in een tekst</translation>
    </message>
    <message>
        <source>Invalid date or datetime</source>
        <translation>geen datum of tijd die bestaat</translation>
    </message>
    <message>
        <source>Invalid hex value</source>
        <translation>geen hexadecimaal getal</translation>
    </message>
    <message>
        <source>Invalid initial character for a key part</source>
        <translation>hier hoort een naam te beginnen</translation>
    </message>
    <message>
        <source>Invalid statement</source>
        <translation>hier hoort een naam of een tabel te staan</translation>
    </message>
    <message>
        <source>Invalid value</source>
        <translation>hier hoort een waarde te staan, tekst tussen aanhalingstekens</translation>
    </message>
    <message>
        <source>That compression method is not supported</source>
        <translation>op een manier ingepakt die niet gelezen kan worden</translation>
    </message>
    <message>
        <source>Truncated file header</source>
        <translation>een bestand erin is afgekapt</translation>
    </message>
    <message>
        <source>Unclosed array</source>
        <translation>een lijst zonder sluithaak aan het einde</translation>
    </message>
    <message>
        <source>Unclosed inline table</source>
        <translation>een tabel zonder sluitaccolade aan het einde</translation>
    </message>
    <message>
        <source>Unescaped '\' in a string</source>
        <translation>een \ in een tekst waarachter niet staat wat er mag staan</translation>
    </message>
    <message>
        <source>Unexpected UTF-8 BOM (decode using utf-8-sig)</source>
        <translation>er staat een bytevolgordeteken vooraan</translation>
    </message>
    <message>
        <source>Unterminated string</source>
        <translation>een tekst zonder aanhalingsteken aan het einde</translation>
    </message>
    <message>
        <source>Unterminated string starting at</source>
        <translation>de tekst die hier begint heeft geen aanhalingsteken aan het einde</translation>
    </message>
    <message>
        <source>XML declaration not well-formed</source>
        <translation>de regel met &lt;?xml klopt niet</translation>
    </message>
    <message>
        <source>XML or text declaration not at start of entity</source>
        <translation>er staat iets vóór &lt;?xml</translation>
    </message>
    <message>
        <source>[Errno {0}] {1}</source>
        <translation>{1} (systeemfout {0})</translation>
    </message>
    <message>
        <source>[Errno {0}] {1}: '{2}'</source>
        <translation>{1} ({2}, systeemfout {0})</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>er mag niet in geschreven worden</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>de database is beschadigd</translation>
    </message>
    <message>
        <source>database is locked</source>
        <translation>een ander programma houdt het vast</translation>
    </message>
    <message>
        <source>database or disk is full</source>
        <translation>de schijf is vol</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>lezen of schrijven op de schijf mislukte</translation>
    </message>
    <message>
        <source>duplicate attribute</source>
        <translation>een attribuut staat er twee keer</translation>
    </message>
    <message>
        <source>encoding specified in XML declaration is incorrect</source>
        <translation>de tekencodering is een andere dan er bovenaan staat</translation>
    </message>
    <message>
        <source>field larger than field limit ({0})</source>
        <translation>een cel is langer dan {0} tekens</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>het is geen database</translation>
    </message>
    <message>
        <source>invalid continuation byte</source>
        <translation>een byte die daar niet kan staan</translation>
    </message>
    <message>
        <source>invalid start byte</source>
        <translation>een byte waarmee geen teken begint</translation>
    </message>
    <message>
        <source>junk after document element</source>
        <translation>er staat nog iets achter het einde</translation>
    </message>
    <message>
        <source>line contains NUL</source>
        <translation>een regel bevat een nulteken</translation>
    </message>
    <message>
        <source>mismatched tag</source>
        <translation>het einde van een element heeft een andere naam dan het begin</translation>
    </message>
    <message>
        <source>new-line character seen in unquoted field - do you need to open the file with newline=''?</source>
        <translation>een regeleinde in een cel zonder aanhalingstekens</translation>
    </message>
    <message>
        <source>no element found</source>
        <translation>het houdt op vóór het einde</translation>
    </message>
    <message>
        <source>not well-formed (invalid token)</source>
        <translation>hier mag dit teken niet staan</translation>
    </message>
    <message>
        <source>partial character</source>
        <translation>het laatste teken is maar half</translation>
    </message>
    <message>
        <source>reference to invalid character number</source>
        <translation>een nummer waarbij geen teken hoort</translation>
    </message>
    <message>
        <source>syntax error</source>
        <translation>hier hoort iets anders te staan</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>het bestand gaat niet open</translation>
    </message>
    <message>
        <source>unbound prefix</source>
        <translation>een voorvoegsel zonder xmlns</translation>
    </message>
    <message>
        <source>unclosed CDATA section</source>
        <translation>een CDATA-deel houdt niet op</translation>
    </message>
    <message>
        <source>unclosed token</source>
        <translation>wat hier begint houdt niet op</translation>
    </message>
    <message>
        <source>undefined entity</source>
        <translation>een &amp; met een naam die niet bekend is</translation>
    </message>
    <message>
        <source>unexpected end of data</source>
        <translation>het houdt op midden in wat begonnen is</translation>
    </message>
    <message>
        <source>unknown encoding</source>
        <translation>een tekencodering die niet bekend is</translation>
    </message>
    <message>
        <source>{0} (at end of document)</source>
        <translation>{0} (aan het einde van het bestand)</translation>
    </message>
    <message>
        <source>{0} (at line {1}, column {2})</source>
        <translation>{0} (regel {1}, kolom {2})</translation>
    </message>
    <message>
        <source>{0} expected after {1}</source>
        <translation>na {1} hoort {0} te staan</translation>
    </message>
    <message>
        <source>{0}: line {1}, column {2}</source>
        <translation>{0} (regel {1}, kolom {2})</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>stopped; nothing has changed</source>
        <translation>gestopt; er is niets veranderd</translation>
    </message>
    <message>
        <source>that could not be done; nothing has changed</source>
        <translation>dat ging niet; er is niets veranderd</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>1 suggestion</source>
        <translation>1 suggestie</translation>
    </message>
    <message>
        <source>There is no article “{document}” here that can be opened; this is where the work goes on.</source>
        <translation>Een artikel “{document}” is hier niet te openen; dit is waar het werk verdergaat.</translation>
    </message>
    <message>
        <source>another process holds this project; it is open for reading only</source>
        <translation>een ander proces heeft dit project vast; het is alleen om te lezen open</translation>
    </message>
    <message>
        <source>fetching suggestions …</source>
        <translation>suggesties worden gezocht …</translation>
    </message>
    <message>
        <source>suggestions are not available: {why}</source>
        <translation>suggesties zijn niet beschikbaar: {why}</translation>
    </message>
    <message>
        <source>{count} suggestions</source>
        <translation>{count} suggesties</translation>
    </message>
</context>
<context>
    <name>MakeDialog</name>
    <message>
        <source>Articles: {count} of {total} · with others too: {common} · then with nobody: {left}</source>
        <translation>Artikelen: {count} van {total} · ook bij anderen: {common} · daarna nog bij niemand: {left}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>For whom, and which articles?</source>
        <translation>Voor wie, en welke artikelen?</translation>
    </message>
    <message>
        <source>Give the name of the annotator.</source>
        <translation>Geef de naam van de annotator.</translation>
    </message>
    <message>
        <source>How many articles are packed</source>
        <translation>Hoeveel artikelen ingepakt zijn</translation>
    </message>
    <message>
        <source>Look and make</source>
        <translation>Nakijken en maken</translation>
    </message>
    <message>
        <source>Make the package</source>
        <translation>Het pakket maken</translation>
    </message>
    <message>
        <source>Makes no package</source>
        <translation>Maakt geen pakket</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Packing …</source>
        <translation>Inpakken …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Say where the file goes.</source>
        <translation>Zeg waar het bestand heen gaat.</translation>
    </message>
    <message>
        <source>Suggestions: {count} · control articles without: {blind}</source>
        <translation>Suggesties: {count} · controleartikelen zonder: {blind}</translation>
    </message>
    <message>
        <source>Tick the articles, with Space or the mouse.</source>
        <translation>Vink de artikelen aan, met spatie of de muis.</translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation>Naar de volgende stap</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>Naar de vorige stap</translation>
    </message>
    <message>
        <source>What the package would hold</source>
        <translation>Wat er in het pakket zou komen</translation>
    </message>
    <message>
        <source>With suggestions?</source>
        <translation>Met suggesties?</translation>
    </message>
    <message>
        <source>Without suggestions</source>
        <translation>Zonder suggesties</translation>
    </message>
    <message>
        <source>Work package</source>
        <translation>Werkpakket</translation>
    </message>
    <message>
        <source>Work package · step {step} of {count}</source>
        <translation>Werkpakket · stap {step} van {count}</translation>
    </message>
    <message>
        <source>Writes the file; the work in it is handed out then</source>
        <translation>Schrijft het bestand; het werk erin is dan uitgedeeld</translation>
    </message>
    <message>
        <source>{done} of {total} articles · {rate} a second</source>
        <translation>{done} van {total} artikelen · {rate} per seconde</translation>
    </message>
    <message>
        <source>{file} is made: 1 article for {name}</source>
        <translation>{file} is gemaakt: 1 artikel voor {name}</translation>
    </message>
    <message>
        <source>{file} is made: {count} articles for {name}</source>
        <translation>{file} is gemaakt: {count} artikelen voor {name}</translation>
    </message>
    <message>
        <source>⚠ Without suggestions so far: {count}; an article gets them when it is opened here</source>
        <translation>⚠ Nog zonder suggesties: {count}; een artikel krijgt ze als het hier geopend wordt</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Accept all above the threshold …</source>
        <translation>Alles boven de drempel aannemen …</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Suggestie aannemen</translation>
    </message>
    <message>
        <source>Add words to its trigger …</source>
        <translation>Woorden toevoegen aan de trigger …</translation>
    </message>
    <message>
        <source>Done, to the next one</source>
        <translation>Klaar, naar het volgende</translation>
    </message>
    <message>
        <source>Event …</source>
        <translation>Gebeurtenis …</translation>
    </message>
    <message>
        <source>Flag it</source>
        <translation>Markeren</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>Suggestie verwerpen</translation>
    </message>
    <message>
        <source>Remark on it …</source>
        <translation>Opmerking erbij …</translation>
    </message>
    <message>
        <source>Remark …</source>
        <translation>Opmerking …</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>Label verwijderen</translation>
    </message>
    <message>
        <source>Role …</source>
        <translation>Rol …</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Take the flag off</source>
        <translation>Markering weghalen</translation>
    </message>
    <message>
        <source>The same for all identical strings …</source>
        <translation>Hetzelfde voor alle gelijke tekst …</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dit artikel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>{attribute}: the next value</source>
        <translation>{attribute}: de volgende waarde</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>a document that was not assigned</source>
        <translation>een artikel dat niet uitgedeeld is</translation>
    </message>
    <message>
        <source>altered, missing, put in or out of order</source>
        <translation>veranderd, weggelaten, toegevoegd of door elkaar</translation>
    </message>
    <message>
        <source>decisions of the adjudicator</source>
        <translation>beslissingen van de beoordelaar</translation>
    </message>
    <message>
        <source>decisions under another name</source>
        <translation>beslissingen onder een andere naam</translation>
    </message>
    <message>
        <source>differs from what was returned before</source>
        <translation>anders dan wat eerder terugkwam</translation>
    </message>
    <message>
        <source>does not fit what was there</source>
        <translation>past niet bij wat er stond</translation>
    </message>
    <message>
        <source>here already, or twice</source>
        <translation>hier al, of twee keer</translation>
    </message>
    <message>
        <source>made under another scheme</source>
        <translation>onder een ander schema gemaakt</translation>
    </message>
    <message>
        <source>no place in the text, or one that is taken</source>
        <translation>geen plaats in de tekst, of een die bezet is</translation>
    </message>
    <message>
        <source>no such assignment here</source>
        <translation>zo'n opdracht is hier niet</translation>
    </message>
    <message>
        <source>no such role, or nothing that fills it</source>
        <translation>geen zulke rol, of niets dat haar vult</translation>
    </message>
    <message>
        <source>not in the scheme</source>
        <translation>niet in het schema</translation>
    </message>
    <message>
        <source>not signed by this project, or changed since</source>
        <translation>niet door dit project ondertekend, of daarna veranderd</translation>
    </message>
    <message>
        <source>not the text that was assigned</source>
        <translation>niet de tekst die uitgedeeld is</translation>
    </message>
    <message>
        <source>nothing an annotator can make</source>
        <translation>niets dat een annotator kan maken</translation>
    </message>
    <message>
        <source>operation {number} of {actor} ({id})</source>
        <translation>handeling {number} van {actor} ({id})</translation>
    </message>
    <message>
        <source>takes back what was not there</source>
        <translation>neemt terug wat er niet was</translation>
    </message>
    <message>
        <source>the file cannot be read, or is no return</source>
        <translation>het bestand kan niet gelezen worden, of is geen ingeleverd werk</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>All of it is sound. New decisions: {count}; nothing was written yet.</source>
        <translation>Alles is in orde. Nieuwe beslissingen: {count}; er is nog niets geschreven.</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Controleren …</translation>
    </message>
    <message>
        <source>Checks the other files again, and can take those over</source>
        <translation>Kijkt de andere bestanden opnieuw na, en kan die overnemen</translation>
    </message>
    <message>
        <source>Done, or what is wrong</source>
        <translation>Klaar, of wat er mis is</translation>
    </message>
    <message>
        <source>Each file with what is new in it, or why it is refused</source>
        <translation>Elk bestand met wat er nieuw in is, of waarom het geweigerd is</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>How much is checked or written</source>
        <translation>Hoeveel gecontroleerd of geschreven is</translation>
    </message>
    <message>
        <source>Leave the refused ones out</source>
        <translation>De geweigerde weglaten</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Refused files: {count} of {total}; nothing is taken over while there are any.</source>
        <translation>Geweigerde bestanden: {count} van {total}; zolang die er zijn wordt niets overgenomen.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Take returned work over</source>
        <translation>Teruggestuurd werk overnemen</translation>
    </message>
    <message>
        <source>Takes nothing over</source>
        <translation>Neemt niets over</translation>
    </message>
    <message>
        <source>Taking over …</source>
        <translation>Overnemen …</translation>
    </message>
    <message>
        <source>There is nothing new in it: all of it was taken over before.</source>
        <translation>Er is niets nieuws in: alles is al eerder overgenomen.</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Wat terugkwam</translation>
    </message>
    <message>
        <source>Writes all of it, in one step</source>
        <translation>Schrijft alles, in één stap</translation>
    </message>
    <message>
        <source>articles done: {done} of {count}</source>
        <translation>artikelen klaar: {done} van {count}</translation>
    </message>
    <message>
        <source>refused, reasons: {count}</source>
        <translation>geweigerd, redenen: {count}</translation>
    </message>
    <message>
        <source>{done} of {total} decisions checked or written · {rate} a second</source>
        <translation>{done} van {total} beslissingen gecontroleerd of geschreven · {rate} per seconde</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… en nog {count}</translation>
    </message>
</context>
<context>
    <name>NoArticle</name>
    <message>
        <source>Import articles …</source>
        <translation>Artikelen importeren …</translation>
    </message>
    <message>
        <source>Looks first, then brings them in</source>
        <translation>Kijkt eerst, en haalt ze dan binnen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Note</source>
        <translation>Melding</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>go there</source>
        <translation>erheen gaan</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>zo laten</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>niet vermeld</translation>
    </message>
    <message>
        <source>nothing is labelled here yet</source>
        <translation>hier is nog niets gelabeld</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>1 decision taken over</source>
        <translation>1 beslissing overgenomen</translation>
    </message>
    <message>
        <source>Hand in the work</source>
        <translation>Het werk inleveren</translation>
    </message>
    <message>
        <source>Returned work</source>
        <translation>Teruggestuurd werk</translation>
    </message>
    <message>
        <source>Returned work (*.annopack);;All files (*)</source>
        <translation>Teruggestuurd werk (*.annopack);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>not in it: what was decided as {name} (articles: {count})</source>
        <translation>niet erin: wat als {name} beslist is (artikelen: {count})</translation>
    </message>
    <message>
        <source>this project is open for reading only</source>
        <translation>dit project is alleen om te lezen open</translation>
    </message>
    <message>
        <source>this project was not made from a work package; there is nothing to hand in</source>
        <translation>dit project is niet uit een werkpakket gemaakt; er is niets in te leveren</translation>
    </message>
    <message>
        <source>writing what you did …</source>
        <translation>schrijven wat u gedaan hebt …</translation>
    </message>
    <message>
        <source>{count} decisions taken over</source>
        <translation>{count} beslissingen overgenomen</translation>
    </message>
    <message>
        <source>{file} holds your work (articles done: {done} of {count}): send it back</source>
        <translation>in {file} zit uw werk (artikelen klaar: {done} van {count}): stuur het terug</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>A name, without / or \ in it and without a point before it.</source>
        <translation>Een naam, zonder / of \ erin en zonder punt ervoor.</translation>
    </message>
    <message>
        <source>Another folder for the project</source>
        <translation>Een andere map voor het project</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Kiezen …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>Map voor het project</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Otherwise each article gets its suggestions when it is opened</source>
        <translation>Anders krijgt elk artikel zijn suggesties wanneer het geopend wordt</translation>
    </message>
    <message>
        <source>Otherwise each article gets its suggestions when it is opened.</source>
        <translation>Anders krijgt elk artikel zijn suggesties wanneer het geopend wordt.</translation>
    </message>
    <message>
        <source>Suggest names and events at once</source>
        <translation>Meteen namen en gebeurtenissen voorstellen</translation>
    </message>
    <message>
        <source>The name of the project; its file is called so</source>
        <translation>De naam van het project; zo heet ook het bestand</translation>
    </message>
    <message>
        <source>The rules, which are for Dutch news of war, know none of these labels. Suggestions come with what is learned from your decisions, from the first article that is done.</source>
        <translation>De regels zijn voor Nederlands oorlogsnieuws en kennen geen van deze labels. Suggesties komen uit wat van uw beslissingen geleerd wordt, vanaf het eerste artikel dat klaar is.</translation>
    </message>
    <message>
        <source>There is a project of that name in the folder already.</source>
        <translation>Er is al een project met die naam in de map.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Die map bestaat niet.</translation>
    </message>
    <message>
        <source>Where the file of the project goes</source>
        <translation>Waar het bestand van het project komt</translation>
    </message>
    <message>
        <source>Your decisions are kept under this name; the settings have it too.</source>
        <translation>Onder deze naam worden uw beslissingen bewaard; u vindt hem ook in de instellingen.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Uw naam</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>1 control article is left out: you have not begun it</source>
        <translation>1 controleartikel blijft daarbuiten: u bent er nog niet aan begonnen</translation>
    </message>
    <message>
        <source>Article {number} of {total}</source>
        <translation>Artikel {number} van {total}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>The words about each place; the ticked get the label</source>
        <translation>De woorden rond elke plaats; wat aangevinkt is krijgt het label</translation>
    </message>
    <message>
        <source>all or none</source>
        <translation>alles of niets</translation>
    </message>
    <message>
        <source>in all articles that are not done</source>
        <translation>in alle artikelen die niet klaar zijn</translation>
    </message>
    <message>
        <source>label the ticked</source>
        <translation>wat aangevinkt is een label geven</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>zo laten</translation>
    </message>
    <message>
        <source>looking further …</source>
        <translation>verder aan het zoeken …</translation>
    </message>
    <message>
        <source>nothing is ticked: Space ticks a line, A all of them</source>
        <translation>er is niets aangevinkt: Spatie vinkt een regel aan, A alle</translation>
    </message>
    <message>
        <source>nowhere without a span</source>
        <translation>nergens zonder label</translation>
    </message>
    <message>
        <source>that is done in Annotate: {key:place_annotate}</source>
        <translation>dat doet u in Annoteren: {key:place_annotate}</translation>
    </message>
    <message>
        <source>the project is open for reading only</source>
        <translation>het project is alleen om te lezen open</translation>
    </message>
    <message>
        <source>these are the first {count}; ask again for the others</source>
        <translation>dit zijn de eerste {count}; vraag opnieuw voor de andere</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>aanvinken</translation>
    </message>
    <message>
        <source>{count} control articles are left out: you have not begun them</source>
        <translation>{count} controleartikelen blijven daarbuiten: u bent er nog niet aan begonnen</translation>
    </message>
    <message>
        <source>{label} for {ticked} of {count} more × “{text}”</source>
        <translation>{label} ook voor {ticked} van {count} × “{text}”</translation>
    </message>
    <message>
        <source>{label} for {ticked} of {count} more × “{text}” in 1 article</source>
        <translation>{label} ook voor {ticked} van {count} × “{text}” in 1 artikel</translation>
    </message>
    <message>
        <source>{label} for {ticked} of {count} more × “{text}” in {documents} articles</source>
        <translation>{label} ook voor {ticked} van {count} × “{text}” in {documents} artikelen</translation>
    </message>
</context>
<context>
    <name>PlacesInFiles</name>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>line</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>blad</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Annotations that are kept: {count} ({labels}).</source>
        <translation>Annotaties die behouden blijven: {count} ({labels}).</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles: {articles} · files: {files} · recognised as {formats}.</source>
        <translation>Artikelen: {articles} · bestanden: {files} · herkend als {formats}.</translation>
    </message>
    <message>
        <source>As what the files are read; told by their content unless chosen</source>
        <translation>Als wat de bestanden gelezen worden; aan de inhoud herkend, tenzij hier gekozen</translation>
    </message>
    <message>
        <source>Begin or end inside a word: {count} (first {articles} articles with any); they stay as they are.</source>
        <translation>Beginnen of eindigen midden in een woord: {count} (in de eerste {articles} artikelen met annotaties); ze blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Tekens</translation>
    </message>
    <message>
        <source>Decisions of</source>
        <translation>Beslissingen van</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Genoeg</translation>
    </message>
    <message>
        <source>Files that are refused and stay out whole: {count}; the notes say why.</source>
        <translation>Bestanden die geweigerd worden en heel wegblijven: {count}; de opmerkingen zeggen waarom.</translation>
    </message>
    <message>
        <source>Files that are refused with the reason, and what the readers have to say</source>
        <translation>Bestanden die geweigerd worden, met de reden, en wat er verder bij het lezen te zeggen is</translation>
    </message>
    <message>
        <source>First articles</source>
        <translation>Eerste artikelen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formaat</translation>
    </message>
    <message>
        <source>In several pieces: {count}; they stay as they are.</source>
        <translation>In meer dan één stuk: {count}; ze blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>In the project already and not added again: {count}.</source>
        <translation>Al in het project en niet nog eens toegevoegd: {count}.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>Left out: {count} × {what}</source>
        <translation>Weggelaten: {count} × {what}</translation>
    </message>
    <message>
        <source>Not all was read: what the scheme does not have would stop the import.</source>
        <translation>Niet alles is gelezen: wat het schema niet heeft, zou het importeren stoppen.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Off words</source>
        <translation>Naast woorden</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Aan het lezen …</translation>
    </message>
    <message>
        <source>Reading … articles so far: {count}</source>
        <translation>Aan het lezen … artikelen tot nu toe: {count}</translation>
    </message>
    <message>
        <source>Refused: {file}: {why}</source>
        <translation>Geweigerd: {file}: {why}</translation>
    </message>
    <message>
        <source>Say what becomes of these names; still open: {count}.</source>
        <translation>Zeg wat er met deze namen gebeurt; nog open: {count}.</translation>
    </message>
    <message>
        <source>Stops reading and shows what was seen until then</source>
        <translation>Stopt met lezen en toont wat tot dan gezien is</translation>
    </message>
    <message>
        <source>The files are being read; nothing is written</source>
        <translation>De bestanden worden gelezen; er wordt niets geschreven</translation>
    </message>
    <message>
        <source>The files are still being read; a moment, or “Enough”.</source>
        <translation>De bestanden worden nog gelezen; een ogenblik, of ‘Genoeg’.</translation>
    </message>
    <message>
        <source>The files say whose they are: {names}.</source>
        <translation>De bestanden zeggen van wie ze zijn: {names}.</translation>
    </message>
    <message>
        <source>The first articles, with what is kept of each and what is not</source>
        <translation>De eerste artikelen, met wat van elk behouden blijft en wat niet</translation>
    </message>
    <message>
        <source>The first {count} are listed.</source>
        <translation>De eerste {count} staan in de lijst.</translation>
    </message>
    <message>
        <source>The text alone comes in: no annotations that the scheme has.</source>
        <translation>Alleen de tekst komt binnen: geen annotaties die het schema heeft.</translation>
    </message>
    <message>
        <source>There is nothing to import in these files.</source>
        <translation>In deze bestanden is niets te importeren.</translation>
    </message>
    <message>
        <source>There is nothing to import: add files that hold articles, or choose their format.</source>
        <translation>Er is niets te importeren: voeg bestanden met artikelen toe, of kies hun formaat.</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>Wat er binnen zou komen</translation>
    </message>
    <message>
        <source>Whose decisions the annotations become; empty: whom the file names, else “import”</source>
        <translation>Wiens beslissingen de annotaties worden; leeg: wie het bestand noemt, anders ‘import’</translation>
    </message>
    <message>
        <source>With the text of another and not added twice: {count}.</source>
        <translation>Met de tekst van een ander en niet twee keer toegevoegd: {count}.</translation>
    </message>
    <message>
        <source>told by the content</source>
        <translation>aan de inhoud herkend</translation>
    </message>
    <message>
        <source>whom the file names</source>
        <translation>wie het bestand noemt</translation>
    </message>
    <message>
        <source>{title} (there already)</source>
        <translation>{title} (er al)</translation>
    </message>
    <message>
        <source>{title}: characters {signs}, kept {kept}, left out {out}, off words {off}</source>
        <translation>{title}: tekens {signs}, behouden {kept}, weggelaten {out}, naast woorden {off}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… en nog {count}</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>%1 File</source>
        <translation>%1-bestand</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Snelkoppeling</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Zoeken in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Bestanden van &amp;type:</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>1 span</source>
        <translation>1 label</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>gemarkeerd</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>te doen</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>{count} spans</source>
        <translation>{count} labels</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>{title}, {status}, 1 span, {open} open</source>
        <translation>{title}, {status}, 1 label, {open} open</translation>
    </message>
    <message>
        <source>{title}, {status}, {spans} spans, {open} open</source>
        <translation>{title}, {status}, {spans} labels, {open} open</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>1 article</source>
        <translation>1 artikel</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikelen</translation>
    </message>
    <message>
        <source>No article matches. Esc clears the filter.</source>
        <translation>Geen artikel past. Esc maakt het filter leeg.</translation>
    </message>
    <message>
        <source>Share of the articles that is done</source>
        <translation>Deel van de artikelen dat klaar is</translation>
    </message>
    <message>
        <source>This sitting</source>
        <translation>Deze zitting</translation>
    </message>
    <message>
        <source>This sitting: {figures}</source>
        <translation>Deze zitting: {figures}</translation>
    </message>
    <message>
        <source>What the filter does not understand</source>
        <translation>Wat het filter niet begrijpt</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} artikelen</translation>
    </message>
    <message>
        <source>{done} done · {minutes} min</source>
        <translation>{done} klaar · {minutes} min</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} van {total} klaar</translation>
    </message>
    <message>
        <source>{rate} an hour</source>
        <translation>{rate} per uur</translation>
    </message>
    <message>
        <source>“{word}” is neither yes nor no</source>
        <translation>“{word}” is ja noch nee</translation>
    </message>
    <message>
        <source>“{word}” is no date: 2018, 2018-05 or 2017..2018</source>
        <translation>“{word}” is geen datum: 2018, 2018-05 of 2017..2018</translation>
    </message>
    <message>
        <source>“{word}” is no label of this scheme</source>
        <translation>“{word}” is geen label van dit schema</translation>
    </message>
    <message>
        <source>“{word}” is no order: teaching, easiest, date, title, status, open, labels, length</source>
        <translation>“{word}” is geen volgorde: leerzaam, makkelijk, datum, titel, status, open, labels, lengte</translation>
    </message>
    <message>
        <source>“{word}” is no status: open, busy, done, flagged, skipped</source>
        <translation>“{word}” is geen status: open, bezig, klaar, gemarkeerd, overgeslagen</translation>
    </message>
    <message>
        <source>“{word}” is no word of the filter, but “{nearest}” is; it is searched as text</source>
        <translation>“{word}” is geen woord van het filter, “{nearest}” wel; het wordt als tekst gezocht</translation>
    </message>
    <message>
        <source>“{word}” is no word of the filter; it is searched as text (? shows the words)</source>
        <translation>“{word}” is geen woord van het filter; het wordt als tekst gezocht (? toont de woorden)</translation>
    </message>
    <message>
        <source>“{word}” is no word: articles are filtered by words; {key:find} finds it in one</source>
        <translation>“{word}” is geen woord: artikelen worden op woorden gefilterd; {key:find} vindt het in een artikel</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source> at byte {0}</source>
        <translation> op byte {0}</translation>
    </message>
    <message>
        <source> in layer {0}</source>
        <translation> in laag {0}</translation>
    </message>
    <message>
        <source>--{0} {1} is no share</source>
        <translation>--{0} {1} is geen aandeel</translation>
    </message>
    <message>
        <source>1 cell begins with ' so that no spreadsheet takes it for a formula</source>
        <translation>1 cel begint met ', zodat geen rekenblad die voor een formule houdt</translation>
    </message>
    <message>
        <source>1 cell has U+FFFD where a workbook cannot hold a character</source>
        <translation>1 cel heeft U+FFFD waar een werkmap een teken niet kan bevatten</translation>
    </message>
    <message>
        <source>1 cell was cut after {0} characters</source>
        <translation>1 cel is afgekapt na {0} tekens</translation>
    </message>
    <message>
        <source>1 document is neither done nor skipped and has no answer: Prodigy does not train on it</source>
        <translation>1 artikel is niet klaar en niet overgeslagen en heeft geen antwoord: Prodigy traint er niet op</translation>
    </message>
    <message>
        <source>1 document is not done: an O in it may be undecided (--only-done leaves it out)</source>
        <translation>1 artikel is niet klaar: een O erin kan onbeslist zijn (--only-done laat het weg)</translation>
    </message>
    <message>
        <source>1 document is not done: an O in its tags may be undecided (--only-done leaves it out)</source>
        <translation>1 artikel is niet klaar: een O in de tags ervan kan onbeslist zijn (--only-done laat het weg)</translation>
    </message>
    <message>
        <source>1 document is not done: its unlabelled tokens are missing values for ner, but spancat takes them for negatives (--only-done leaves it out)</source>
        <translation>1 artikel is niet klaar: de tokens zonder label zijn voor ner ontbrekende waarden, maar spancat houdt ze voor negatieve (--only-done laat het weg)</translation>
    </message>
    <message>
        <source>1 refused span is in doc.spans[{0}] for ner</source>
        <translation>1 verworpen label staat voor ner in doc.spans[{0}]</translation>
    </message>
    <message>
        <source>1 refused span is off the tokens, of another layer, or labelled so after all; left out</source>
        <translation>1 verworpen label valt niet op de tokens, is van een andere laag, of is toch zo gelabeld; weggelaten</translation>
    </message>
    <message>
        <source>1 rejected suggestion is left out; the jsonl format has it</source>
        <translation>1 verworpen suggestie is weggelaten; het formaat jsonl heeft haar</translation>
    </message>
    <message>
        <source>1 remark is left out; the jsonl format has it</source>
        <translation>1 opmerking is weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>1 role of an event is left out; the jsonl format has it</source>
        <translation>1 rol van een gebeurtenis is weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>1 token has “_” where the text has white space, or where “{0}” begins</source>
        <translation>1 token heeft “_” waar de tekst witruimte heeft, of waar “{0}” begint</translation>
    </message>
    <message>
        <source>1 version of an annotator that was not taken is left out; the jsonl format has it</source>
        <translation>1 versie van een annotator die niet genomen is, is weggelaten; het formaat jsonl heeft haar</translation>
    </message>
    <message>
        <source>; and {0} more</source>
        <translation>; en nog {0}</translation>
    </message>
    <message>
        <source>; {0} more such</source>
        <translation>; nog {0} zulke</translation>
    </message>
    <message>
        <source>A801: {0} is no work package, or is cut off</source>
        <translation>A801: {0} is geen werkpakket, of is afgekapt</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>geen geheugen vrij</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>in gebruik</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>map is niet leeg</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>bestand bestaat al</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>bestandsnaam te lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>bestand te groot</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>lees- of schrijffout</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>ongeldige waarde</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>is een map</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>geen ruimte meer op de schijf</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>bestand of map bestaat niet</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>is geen map</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>niet toegestaan</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>geen toegang</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>schijf is alleen te lezen</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>te veel open bestanden</translation>
    </message>
    <message>
        <source>U+{0} cannot be kept; leave that character out</source>
        <translation>U+{0} kan niet bewaard worden; laat dat teken weg</translation>
    </message>
    <message>
        <source>[{0}, {1}) begins or ends with white space; leave that out</source>
        <translation>[{0}, {1}) begint of eindigt met witruimte; laat die weg</translation>
    </message>
    <message>
        <source>[{0}, {1}) is empty or reversed</source>
        <translation>[{0}, {1}) is leeg of omgekeerd</translation>
    </message>
    <message>
        <source>[{0}, {1}) is empty or reversed; the offsets fit as {2}</source>
        <translation>[{0}, {1}) is leeg of omgekeerd; de posities passen als {2}</translation>
    </message>
    <message>
        <source>[{0}, {1}) is out of order or outside the text</source>
        <translation>[{0}, {1}) staat niet op volgorde of ligt buiten de tekst</translation>
    </message>
    <message>
        <source>[{0}, {1}) is out of order or overlaps the fragment before it</source>
        <translation>[{0}, {1}) staat niet op volgorde of overlapt het fragment ervoor</translation>
    </message>
    <message>
        <source>[{0}, {1}) is out of order or overlaps the fragment before it; the offsets fit as {2}</source>
        <translation>[{0}, {1}) staat niet op volgorde of overlapt het fragment ervoor; de posities passen als {2}</translation>
    </message>
    <message>
        <source>[{0}, {1}) is outside the text of {2} characters</source>
        <translation>[{0}, {1}) valt buiten de tekst van {2} tekens</translation>
    </message>
    <message>
        <source>[{0}, {1}) is outside the text of {2} characters; the offsets fit as {3}</source>
        <translation>[{0}, {1}) ligt buiten de tekst van {2} tekens; de posities passen als {3}</translation>
    </message>
    <message>
        <source>[{0}, {1}) of {2} is not that text, or not free</source>
        <translation>[{0}, {1}) van {2} is niet die tekst, of is niet vrij</translation>
    </message>
    <message>
        <source>[{0}, {1}) of {2} overlaps the place before it</source>
        <translation>[{0}, {1}) van {2} overlapt de plaats ervoor</translation>
    </message>
    <message>
        <source>`annotator export PROJECT --format jsonl --out FILE` shows the ids</source>
        <translation>`annotator export PROJECT --format jsonl --out FILE` toont de ids</translation>
    </message>
    <message>
        <source>`annotator formats` lists them; name one with --format</source>
        <translation>`annotator formats` toont ze; noem er een met --format</translation>
    </message>
    <message>
        <source>`{0}` is no list of texts</source>
        <translation>`{0}` is geen lijst van teksten</translation>
    </message>
    <message>
        <source>a #Text line without rows below it</source>
        <translation>een #Text-regel zonder rijen eronder</translation>
    </message>
    <message>
        <source>a column between word and tag is not read: {0} (“{1}”)</source>
        <translation>een kolom tussen woord en tag wordt niet gelezen: {0} (“{1}”)</translation>
    </message>
    <message>
        <source>a document counts when it has the status `done`</source>
        <translation>een artikel telt mee als het de status klaar heeft</translation>
    </message>
    <message>
        <source>a field has at most three, such as labels.colour.light</source>
        <translation>een veld heeft er hoogstens drie, zoals labels.colour.light</translation>
    </message>
    <message>
        <source>a field is no text</source>
        <translation>een veld is geen tekst</translation>
    </message>
    <message>
        <source>a field needs at most two levels</source>
        <translation>een veld heeft hoogstens twee niveaus nodig</translation>
    </message>
    <message>
        <source>a lone surrogate cannot be kept (character {0})</source>
        <translation>een losse surrogaat kan niet bewaard worden (teken {0})</translation>
    </message>
    <message>
        <source>a message to or from the worker has {0} bytes, where {1} may be</source>
        <translation>een bericht van of naar de helper voor suggesties heeft {0} bytes, waar er {1} mogen</translation>
    </message>
    <message>
        <source>a number is used for two spans of this line</source>
        <translation>een nummer staat voor twee labels in deze regel</translation>
    </message>
    <message>
        <source>a number with a point</source>
        <translation>een getal met een punt</translation>
    </message>
    <message>
        <source>a relation from {0}, where nothing is</source>
        <translation>een relatie vanaf {0}, waar niets staat</translation>
    </message>
    <message>
        <source>a role is filled by an entity, not by an event</source>
        <translation>een rol wordt ingevuld door een entiteit, niet door een gebeurtenis</translation>
    </message>
    <message>
        <source>a role is there twice</source>
        <translation>een rol staat er twee keer</translation>
    </message>
    <message>
        <source>a row points at another that is missing</source>
        <translation>een rij wijst naar een andere die ontbreekt</translation>
    </message>
    <message>
        <source>a row that stands below no #Text line</source>
        <translation>een rij die niet onder een #Text-regel staat</translation>
    </message>
    <message>
        <source>a rule has 1 to {0} characters</source>
        <translation>een regel heeft 1 tot {0} tekens</translation>
    </message>
    <message>
        <source>a rule is no regular expression ({0})</source>
        <translation>een regel is geen reguliere expressie (“{0}”)</translation>
    </message>
    <message>
        <source>a share of {0} of {1} is none</source>
        <translation>een aandeel van {0} van {1} is er geen</translation>
    </message>
    <message>
        <source>a sheet holds no more rows; export as csv-tables</source>
        <translation>een blad kan niet meer rijen bevatten; exporteer als csv-tables</translation>
    </message>
    <message>
        <source>a slot names {0}, where there is no annotation</source>
        <translation>een rol wijst naar {0}, waar geen annotatie staat</translation>
    </message>
    <message>
        <source>a span of several fragments cannot be applied to other places</source>
        <translation>een label met meer fragmenten kan niet op andere plaatsen herhaald worden</translation>
    </message>
    <message>
        <source>a span stands there already; change or delete that one first</source>
        <translation>daar staat al een label; verander of verwijder dat eerst</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>een tabel</translation>
    </message>
    <message>
        <source>a tagger that was learned cannot be used: {0}</source>
        <translation>een geleerd model kan niet gebruikt worden: {0}</translation>
    </message>
    <message>
        <source>a target of {0} without its role</source>
        <translation>een doel van {0} zonder rol</translation>
    </message>
    <message>
        <source>a token should be two integers, is {0}</source>
        <translation>een token hoort twee gehele getallen te zijn, is {0}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>een geheel getal</translation>
    </message>
    <message>
        <source>add [[labels]] with layer = "{0}"</source>
        <translation>voeg [[labels]] met layer = "{0}" toe</translation>
    </message>
    <message>
        <source>add [[layers]] with name and kind</source>
        <translation>voeg [[layers]] met name en kind toe</translation>
    </message>
    <message>
        <source>add it to the scheme, map it with --label-map, or leave such things out with --unknown-labels skip</source>
        <translation>voeg het toe aan het schema, geef het een andere naam met --label-map, of laat zulke dingen weg met --unknown-labels skip</translation>
    </message>
    <message>
        <source>add {0} = … with {1}</source>
        <translation>voeg {0} = … toe, met {1}</translation>
    </message>
    <message>
        <source>adjudicates in this project</source>
        <translation>scheidsrechtert in dit project</translation>
    </message>
    <message>
        <source>all files are in a format that is not known: {0}</source>
        <translation>alle bestanden zijn in een formaat dat niet bekend is: {0}</translation>
    </message>
    <message>
        <source>an edge lies outside of all tokens, where the format has no row</source>
        <translation>een rand ligt buiten alle tokens, waar het formaat geen rij heeft</translation>
    </message>
    <message>
        <source>an escape that is no character in {0}</source>
        <translation>een code die geen teken is in {0}</translation>
    </message>
    <message>
        <source>an event has at most {0} fragments</source>
        <translation>een gebeurtenis heeft hoogstens {0} fragmenten</translation>
    </message>
    <message>
        <source>an event has this very trigger already; change its type instead</source>
        <translation>een gebeurtenis heeft deze trigger al; verander haar soort</translation>
    </message>
    <message>
        <source>an id is used twice in this task</source>
        <translation>een id is twee keer gebruikt in deze taak</translation>
    </message>
    <message>
        <source>an object should stand here</source>
        <translation>hier moet een object staan</translation>
    </message>
    <message>
        <source>an offset should be an integer, is {0}</source>
        <translation>een positie moet een geheel getal zijn, is {0}</translation>
    </message>
    <message>
        <source>annotate first, or use --from suggestions</source>
        <translation>annoteer eerst, of kies de suggesties (--from suggestions)</translation>
    </message>
    <message>
        <source>annotations of the whole document are left out: {0}</source>
        <translation>annotaties van het hele artikel zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>annotations without a place in the text are left out: {0}</source>
        <translation>annotaties zonder plaats in de tekst worden weggelaten: {0}</translation>
    </message>
    <message>
        <source>annotations without width are left out</source>
        <translation>annotaties zonder breedte zijn weggelaten</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>een ander proces</translation>
    </message>
    <message>
        <source>another span of the flat layer stands here, or the scheme lacks the label</source>
        <translation>hier staat een ander label van de vlakke laag, of het schema heeft het label niet</translation>
    </message>
    <message>
        <source>ask the lead; work under another scheme could not be taken over</source>
        <translation>vraag het de leiding; werk onder een ander schema zou niet overgenomen kunnen worden</translation>
    </message>
    <message>
        <source>ask the sender for the file again</source>
        <translation>vraag de afzender het bestand opnieuw</translation>
    </message>
    <message>
        <source>ask the sender for the file again, sent as it is</source>
        <translation>vraag de afzender het bestand opnieuw, verstuurd zoals het is</translation>
    </message>
    <message>
        <source>attribute not declared</source>
        <translation>attribuut niet gedeclareerd</translation>
    </message>
    <message>
        <source>attributes of 1 span are left out; the jsonl format has them</source>
        <translation>attributen van 1 label zijn weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>attributes of 1 span are left out; {0} has them</source>
        <translation>attributen van 1 label zijn weggelaten; {0} heeft ze</translation>
    </message>
    <message>
        <source>attributes of relations are left out</source>
        <translation>attributen van relaties zijn weggelaten</translation>
    </message>
    <message>
        <source>attributes of {0} spans are left out; the jsonl format has them</source>
        <translation>attributen van {0} labels zijn weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>attributes of {0} spans are left out; {1} has them</source>
        <translation>attributen van {0} labels zijn weggelaten; {1} heeft ze</translation>
    </message>
    <message>
        <source>attributes: {0} should stand for NAME=VALUE</source>
        <translation>attributes: {0} moet voor NAAM=WAARDE staan</translation>
    </message>
    <message>
        <source>before the sentence above has ended</source>
        <translation>voordat de zin erboven is afgelopen</translation>
    </message>
    <message>
        <source>begins with {0}, where XMI begins with xmi:XMI</source>
        <translation>begint met {0}, terwijl XMI met xmi:XMI begint</translation>
    </message>
    <message>
        <source>brackets are nested too deeply</source>
        <translation>haken staan te diep in elkaar</translation>
    </message>
    <message>
        <source>byte order mark left out</source>
        <translation>bytevolgordeteken weggelaten</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>kan niet gelezen worden (“{0}”)</translation>
    </message>
    <message>
        <source>cannot be written ({0})</source>
        <translation>kan niet geschreven worden (“{0}”)</translation>
    </message>
    <message>
        <source>cannot be written, and somebody reads the project</source>
        <translation>kan niet geschreven worden, en iemand leest het project</translation>
    </message>
    <message>
        <source>chains are not read: {0}</source>
        <translation>ketens worden niet gelezen: {0}</translation>
    </message>
    <message>
        <source>change `names` for what is shown; or keep it, add the new one, relabel, and remove the old one then</source>
        <translation>wijzig de getoonde naam; of houd het, voeg het nieuwe toe, label om, en verwijder dan het oude</translation>
    </message>
    <message>
        <source>change its permissions, or open it read-only</source>
        <translation>verander de rechten ervan, of open het alleen om te lezen</translation>
    </message>
    <message>
        <source>changes the status from {0}, where it is {1}</source>
        <translation>verandert de status van {0}, waar die {1} is</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>kijk de rechten erop na</translation>
    </message>
    <message>
        <source>check the file</source>
        <translation>kijk het bestand na</translation>
    </message>
    <message>
        <source>check the file, or force another --format</source>
        <translation>kijk het bestand na, of kies een ander formaat met --format</translation>
    </message>
    <message>
        <source>check the file, or leave it out with --on-error skip</source>
        <translation>kijk het bestand na, of sla het over met --on-error skip</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>kijk de naam na</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>kijk het pad na</translation>
    </message>
    <message>
        <source>check the path and its permissions</source>
        <translation>kijk het pad en de rechten na</translation>
    </message>
    <message>
        <source>check the path and its rights</source>
        <translation>kijk het pad en de rechten na</translation>
    </message>
    <message>
        <source>check the permissions of the folder</source>
        <translation>kijk naar de rechten van de map</translation>
    </message>
    <message>
        <source>check the rights on the folder, or name another with {0}</source>
        <translation>kijk de rechten op de map na, of noem een andere met {0}</translation>
    </message>
    <message>
        <source>check the spelling of the path</source>
        <translation>kijk de spelling van het pad na</translation>
    </message>
    <message>
        <source>choose a file made by `annotator new`</source>
        <translation>kies een bestand dat dit programma gemaakt heeft</translation>
    </message>
    <message>
        <source>choose a label it lists</source>
        <translation>kies een label dat erin staat</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>kies een kortere naam</translation>
    </message>
    <message>
        <source>choose another backup</source>
        <translation>kies een andere reservekopie</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>kies een andere map</translation>
    </message>
    <message>
        <source>choose another folder with --dir</source>
        <translation>kies een andere map met --dir</translation>
    </message>
    <message>
        <source>choose another folder, or free disk space</source>
        <translation>kies een andere map, of maak ruimte vrij op de schijf</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>kies een andere naam</translation>
    </message>
    <message>
        <source>choose another name for --for</source>
        <translation>kies een andere naam voor --for</translation>
    </message>
    <message>
        <source>choose another name for --out</source>
        <translation>kies een andere naam voor --out</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>kies een andere plaats</translation>
    </message>
    <message>
        <source>choose another place for --out</source>
        <translation>kies een andere plaats (--out)</translation>
    </message>
    <message>
        <source>choose another place, or free some room</source>
        <translation>kies een andere plaats, of maak ruimte vrij</translation>
    </message>
    <message>
        <source>choose another place, or make room</source>
        <translation>kies een andere plaats, of maak ruimte</translation>
    </message>
    <message>
        <source>choose another value</source>
        <translation>kies een andere waarde</translation>
    </message>
    <message>
        <source>choose from {0}</source>
        <translation>kies uit {0}</translation>
    </message>
    <message>
        <source>choose one of {0}</source>
        <translation>kies er een van {0}</translation>
    </message>
    <message>
        <source>cites operations that are not the annotator's to take back</source>
        <translation>verwijst naar handelingen die deze annotator niet kan terugnemen</translation>
    </message>
    <message>
        <source>close it elsewhere, then open it for writing</source>
        <translation>sluit het elders, open het dan om te schrijven</translation>
    </message>
    <message>
        <source>close it there, or open it read-only</source>
        <translation>sluit het daar, of open het alleen om te lezen</translation>
    </message>
    <message>
        <source>close {0} everywhere, then make that file writable; or open the project read-only</source>
        <translation>sluit {0} overal en maak dat bestand dan beschrijfbaar; of open het project alleen om te lezen</translation>
    </message>
    <message>
        <source>columns of words and syntax are not read: {0}</source>
        <translation>kolommen met woorden en zinsbouw worden niet gelezen: {0}</translation>
    </message>
    <message>
        <source>columns of {0} hold different numbers of annotations</source>
        <translation>kolommen van {0} bevatten ongelijke aantallen annotaties</translation>
    </message>
    <message>
        <source>comes after number {0}</source>
        <translation>komt na nummer {0}</translation>
    </message>
    <message>
        <source>comes with suggestions, and was not assigned</source>
        <translation>komt met suggesties, en was niet toegewezen</translation>
    </message>
    <message>
        <source>comments, rejections and what stands before the first token are in documents.index alone</source>
        <translation>opmerkingen, verwerpingen en wat voor het eerste token staat, staan alleen in documents.index</translation>
    </message>
    <message>
        <source>copy both files to a folder of your own and open that copy</source>
        <translation>kopieer beide bestanden naar een eigen map en open die kopie</translation>
    </message>
    <message>
        <source>copy it and open the copy, or open it read-only</source>
        <translation>kopieer het en open de kopie, of open het alleen om te lezen</translation>
    </message>
    <message>
        <source>copy it to a disk of this computer, or open it read-only</source>
        <translation>kopieer het naar een schijf van deze computer, of open het alleen om te lezen</translation>
    </message>
    <message>
        <source>covers {0}</source>
        <translation>beslaat {0}</translation>
    </message>
    <message>
        <source>decides about {0}, which was not assigned</source>
        <translation>beslist over {0}, dat niet was toegewezen</translation>
    </message>
    <message>
        <source>decides nothing</source>
        <translation>beslist niets</translation>
    </message>
    <message>
        <source>decides nothing about a span</source>
        <translation>beslist niets over een label</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>bedoelde u {0}?</translation>
    </message>
    <message>
        <source>differs from the one that is here under that number</source>
        <translation>verschilt van die welke hier onder dat nummer staat</translation>
    </message>
    <message>
        <source>differs from what was returned before under that number</source>
        <translation>verschilt van wat eerder onder dat nummer terugkwam</translation>
    </message>
    <message>
        <source>do not use these files; please report this</source>
        <translation>gebruik deze bestanden niet; meld dit alstublieft</translation>
    </message>
    <message>
        <source>do not use these files; please report this with the project's `annotator check`</source>
        <translation>gebruik deze bestanden niet; meld dit alstublieft met `annotator check` van het project</translation>
    </message>
    <message>
        <source>do not use this file; please report this</source>
        <translation>gebruik dit bestand niet; meld dit alstublieft</translation>
    </message>
    <message>
        <source>document {0} does not hold the text, or is done, or out of scope</source>
        <translation>artikel {0} bevat de tekst niet, of is klaar, of hoort er niet bij</translation>
    </message>
    <message>
        <source>document {0} is not there as exported</source>
        <translation>artikel {0} staat er niet zoals het geëxporteerd is</translation>
    </message>
    <message>
        <source>document {0} is not written: {1}</source>
        <translation>artikel {0} is niet geschreven: {1}</translation>
    </message>
    <message>
        <source>documents without text are left out</source>
        <translation>artikelen zonder tekst zijn weggelaten</translation>
    </message>
    <message>
        <source>does not begin and end on the edges of tokens</source>
        <translation>begint en eindigt niet op de rand van tokens</translation>
    </message>
    <message>
        <source>does not belong in a work package</source>
        <translation>hoort niet in een werkpakket</translation>
    </message>
    <message>
        <source>does not continue the log that is here</source>
        <translation>sluit niet aan op het logboek dat hier is</translation>
    </message>
    <message>
        <source>does not continue the operation before it</source>
        <translation>sluit niet aan op de handeling ervoor</translation>
    </message>
    <message>
        <source>does not match its hash</source>
        <translation>klopt niet met zijn hash</translation>
    </message>
    <message>
        <source>does not take back what it says</source>
        <translation>neemt niet terug wat ze zegt</translation>
    </message>
    <message>
        <source>drafts are left out</source>
        <translation>concepten zijn weggelaten</translation>
    </message>
    <message>
        <source>encoding {0} is not offered</source>
        <translation>de codering {0} is er niet</translation>
    </message>
    <message>
        <source>ends within a UTF-8 sequence (byte {0}), as a file that was cut off does</source>
        <translation>eindigt midden in een UTF-8-teken (byte {0}), zoals een afgekapt bestand</translation>
    </message>
    <message>
        <source>equivalences (*) are left out</source>
        <translation>gelijkstellingen (*) zijn weggelaten</translation>
    </message>
    <message>
        <source>event type</source>
        <translation>soort gebeurtenis</translation>
    </message>
    <message>
        <source>export again</source>
        <translation>exporteer opnieuw</translation>
    </message>
    <message>
        <source>export fewer layers</source>
        <translation>exporteer minder lagen</translation>
    </message>
    <message>
        <source>export it again</source>
        <translation>exporteer het opnieuw</translation>
    </message>
    <message>
        <source>export it again as UIMA CAS JSON</source>
        <translation>exporteer het opnieuw als UIMA CAS JSON</translation>
    </message>
    <message>
        <source>export it again as UIMA CAS XMI</source>
        <translation>exporteer het opnieuw als UIMA CAS XMI</translation>
    </message>
    <message>
        <source>export it as WebAnno TSV 3.3</source>
        <translation>exporteer het als WebAnno TSV 3.3</translation>
    </message>
    <message>
        <source>export the file again</source>
        <translation>exporteer het bestand opnieuw</translation>
    </message>
    <message>
        <source>export the project again</source>
        <translation>exporteer het project opnieuw</translation>
    </message>
    <message>
        <source>export the project again, with the format UIMA CAS XMI or WebAnno TSV 3</source>
        <translation>exporteer het project opnieuw, met het formaat UIMA CAS XMI of WebAnno TSV 3</translation>
    </message>
    <message>
        <source>far behind the sentence above</source>
        <translation>ver achter de zin erboven</translation>
    </message>
    <message>
        <source>features of several values are left out: {0}</source>
        <translation>kenmerken met meer dan één waarde zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>field {0} is not a setting</source>
        <translation>veld {0} is geen instelling</translation>
    </message>
    <message>
        <source>filled by {0}</source>
        <translation>ingevuld door {0}</translation>
    </message>
    <message>
        <source>finish articles, then train it</source>
        <translation>maak artikelen klaar en laat er dan van leren</translation>
    </message>
    <message>
        <source>flatten the file</source>
        <translation>maak het bestand minder diep genest</translation>
    </message>
    <message>
        <source>flatten the value</source>
        <translation>maak de waarde minder diep genest</translation>
    </message>
    <message>
        <source>free disk space</source>
        <translation>maak schijfruimte vrij</translation>
    </message>
    <message>
        <source>free disk space or check permissions; nothing was lost</source>
        <translation>maak schijfruimte vrij of kijk de rechten na; er is niets verloren</translation>
    </message>
    <message>
        <source>free disk space, or set TMPDIR to a folder that can be written</source>
        <translation>maak ruimte vrij op de schijf, of zet TMPDIR op een map die beschreven kan worden</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>maak ruimte vrij</translation>
    </message>
    <message>
        <source>free some space, or make the folder writable</source>
        <translation>maak ruimte vrij, of maak de map beschrijfbaar</translation>
    </message>
    <message>
        <source>further texts (views) of the file are left out: {0}</source>
        <translation>verdere teksten (views) van het bestand zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>give `label` or `type`, not two different ones</source>
        <translation>geef `label` of `type`, niet twee verschillende</translation>
    </message>
    <message>
        <source>give a larger share, or name documents</source>
        <translation>geef een groter aandeel, of noem artikelen</translation>
    </message>
    <message>
        <source>give a name with --as</source>
        <translation>geef een naam op (--as)</translation>
    </message>
    <message>
        <source>give a number from 0 to 1, such as 0.2</source>
        <translation>geef een getal van 0 tot 1, zoals 0.2</translation>
    </message>
    <message>
        <source>give a share from 0 to {0}</source>
        <translation>geef een aandeel van 0 tot {0}</translation>
    </message>
    <message>
        <source>give those spans another one or delete them first (the concordance finds them by label), or keep it</source>
        <translation>geef die plaatsen eerst een ander label of verwijder ze (de concordantie vindt ze op label), of houd het</translation>
    </message>
    <message>
        <source>global.columns has to name ID, FORM and no column twice</source>
        <translation>global.columns moet ID en FORM noemen, en geen kolom twee keer</translation>
    </message>
    <message>
        <source>global.columns names other columns than those of the rows above</source>
        <translation>global.columns noemt andere kolommen dan die van de rijen erboven</translation>
    </message>
    <message>
        <source>go on without suggestions, or start the program again; `annotator selftest` tells more</source>
        <translation>ga verder zonder suggesties, of start het programma opnieuw; `annotator selftest` zegt meer</translation>
    </message>
    <message>
        <source>has more than {0} bytes</source>
        <translation>heeft meer dan {0} bytes</translation>
    </message>
    <message>
        <source>has no %FEATURE_STRUCTURES</source>
        <translation>heeft geen %FEATURE_STRUCTURES</translation>
    </message>
    <message>
        <source>has no %ID (an integer) or no %TYPE</source>
        <translation>heeft geen %ID (een geheel getal) of geen %TYPE</translation>
    </message>
    <message>
        <source>has the control character U+{0}</source>
        <translation>heeft het stuurteken U+{0}</translation>
    </message>
    <message>
        <source>has the id {0} of another operation</source>
        <translation>heeft de id {0} van een andere bewerking</translation>
    </message>
    <message>
        <source>has {0} characters</source>
        <translation>heeft {0} tekens</translation>
    </message>
    <message>
        <source>has {0} characters, at most {1} are taken</source>
        <translation>heeft {0} tekens, hoogstens {1} gaan mee</translation>
    </message>
    <message>
        <source>has {0} entries; the limit is {1}</source>
        <translation>heeft {0} onderdelen; de grens is {1}</translation>
    </message>
    <message>
        <source>has {0} members, at most {1} are taken</source>
        <translation>heeft {0} onderdelen, hoogstens {1} gaan mee</translation>
    </message>
    <message>
        <source>have two annotators finish a document</source>
        <translation>laat twee annotatoren een artikel afmaken</translation>
    </message>
    <message>
        <source>holds a comment without an id or without words</source>
        <translation>bevat een opmerking zonder kenmerk of zonder woorden</translation>
    </message>
    <message>
        <source>holds a malformed status</source>
        <translation>bevat een onleesbare status</translation>
    </message>
    <message>
        <source>holds an id that is too long</source>
        <translation>bevat een id die te lang is</translation>
    </message>
    <message>
        <source>holds annotations as Java objects (.ser) alone, which no other program can read</source>
        <translation>bevat annotaties alleen als Java-objecten (.ser), die geen ander programma kan lezen</translation>
    </message>
    <message>
        <source>holds labelled places, which native JSONL has under spans</source>
        <translation>bevat gelabelde plaatsen, die eigen JSONL onder spans heeft</translation>
    </message>
    <message>
        <source>holds more documents than were exported</source>
        <translation>bevat meer artikelen dan er geëxporteerd zijn</translation>
    </message>
    <message>
        <source>holds no text (no cas:Sofa with a sofaString)</source>
        <translation>bevat geen tekst (geen cas:Sofa met een sofaString)</translation>
    </message>
    <message>
        <source>holds no text (no uima.cas.Sofa)</source>
        <translation>bevat geen tekst (geen uima.cas.Sofa)</translation>
    </message>
    <message>
        <source>holds something that is no text in quotes</source>
        <translation>bevat iets dat geen tekst tussen aanhalingstekens is</translation>
    </message>
    <message>
        <source>holds the latest work and cannot be written</source>
        <translation>bevat het laatste werk en kan niet geschreven worden</translation>
    </message>
    <message>
        <source>holds too many</source>
        <translation>bevat er te veel</translation>
    </message>
    <message>
        <source>holds what is no region: {0}</source>
        <translation>bevat wat geen tekstdeel is: {0}</translation>
    </message>
    <message>
        <source>holds {0} texts, none of them {1}</source>
        <translation>bevat {0} teksten, geen ervan {1}</translation>
    </message>
    <message>
        <source>import more, or name documents</source>
        <translation>importeer er meer, of kies artikelen</translation>
    </message>
    <message>
        <source>import or finish some, or leave out --only-done</source>
        <translation>importeer er, of maak er af, of neem ook onvoltooide (zonder --only-done)</translation>
    </message>
    <message>
        <source>install it beside the program: pip install "annotator[parquet]"</source>
        <translation>installeer het naast het programma: pip install "annotator[parquet]"</translation>
    </message>
    <message>
        <source>install it with `python -m spacy download {0}`; without a network fetch its wheel file elsewhere and run `pip install {1}-VERSION-py3-none-any.whl`</source>
        <translation>installeer het met `python -m spacy download {0}`; haal zonder netwerk het wheel-bestand elders op en voer `pip install {1}-VERSIE-py3-none-any.whl` uit</translation>
    </message>
    <message>
        <source>install the version of it that fits spaCy (`python -m spacy validate` tells which)</source>
        <translation>installeer de versie die bij spaCy past (`python -m spacy validate` zegt welke)</translation>
    </message>
    <message>
        <source>is a decision of {0}, not of {1}</source>
        <translation>is een beslissing van {0}, niet van {1}</translation>
    </message>
    <message>
        <source>is about {0}, which was not assigned</source>
        <translation>gaat over {0}, dat niet was toegewezen</translation>
    </message>
    <message>
        <source>is an {0} of what is not there to {1}</source>
        <translation>is een {0} van wat er niet is om te {1}</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is leeg</translation>
    </message>
    <message>
        <source>is encrypted</source>
        <translation>is versleuteld</translation>
    </message>
    <message>
        <source>is here already under another number</source>
        <translation>is hier al onder een ander nummer</translation>
    </message>
    <message>
        <source>is here already, and one before it is not</source>
        <translation>is hier al, en een handeling ervoor niet</translation>
    </message>
    <message>
        <source>is it a scheme file? Shorten it</source>
        <translation>is het een schema? Maak het korter</translation>
    </message>
    <message>
        <source>is kept for the program</source>
        <translation>is voor het programma gereserveerd</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>is missing or empty</source>
        <translation>ontbreekt of is leeg</translation>
    </message>
    <message>
        <source>is no language</source>
        <translation>is geen taal</translation>
    </message>
    <message>
        <source>is no line of brat's</source>
        <translation>is geen regel van brat</translation>
    </message>
    <message>
        <source>is no name of 1 to {0} printable characters</source>
        <translation>is geen naam van 1 tot {0} afdrukbare tekens</translation>
    </message>
    <message>
        <source>is no part of what was exported</source>
        <translation>hoort niet bij wat geëxporteerd is</translation>
    </message>
    <message>
        <source>is no plain file</source>
        <translation>is geen gewoon bestand</translation>
    </message>
    <message>
        <source>is no signature</source>
        <translation>is geen handtekening</translation>
    </message>
    <message>
        <source>is no table</source>
        <translation>is geen tabel</translation>
    </message>
    <message>
        <source>is none of {0}</source>
        <translation>is geen van {0}</translation>
    </message>
    <message>
        <source>is not TOML: {0}</source>
        <translation>is geen TOML: “{0}”</translation>
    </message>
    <message>
        <source>is not a size with a hash</source>
        <translation>is geen grootte met een hash</translation>
    </message>
    <message>
        <source>is not as it should be: {0}</source>
        <translation>is niet zoals het hoort: {0}</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>is hier niet bekend</translation>
    </message>
    <message>
        <source>is not that of the text</source>
        <translation>is niet die van de tekst</translation>
    </message>
    <message>
        <source>is not that of the text: the offsets may not fit it</source>
        <translation>is niet die van de tekst: de posities kunnen er naast liggen</translation>
    </message>
    <message>
        <source>is not the manifest of a work package of this version</source>
        <translation>is niet het manifest van een werkpakket van deze versie</translation>
    </message>
    <message>
        <source>is not the text that was assigned</source>
        <translation>is niet de tekst die was toegewezen</translation>
    </message>
    <message>
        <source>is not written as this program writes it</source>
        <translation>is niet geschreven zoals dit programma het schrijft</translation>
    </message>
    <message>
        <source>is null</source>
        <translation>is null</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>ligt buiten het bereik</translation>
    </message>
    <message>
        <source>is packed in a way that is not taken</source>
        <translation>is ingepakt op een manier die niet wordt aangenomen</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>staat er tweemaal</translation>
    </message>
    <message>
        <source>is there twice, or has no hash</source>
        <translation>staat er tweemaal, of heeft geen hash</translation>
    </message>
    <message>
        <source>is {0} of origin {1}, which no annotator makes</source>
        <translation>is {0} van herkomst {1}, die geen annotator maakt</translation>
    </message>
    <message>
        <source>it cannot be told who annotated a document of the exported project: {0}</source>
        <translation>van een document uit het geëxporteerde project is niet te zeggen wie het annoteerde: {0}</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>het is geëindigd</translation>
    </message>
    <message>
        <source>it ends before document {0}</source>
        <translation>het eindigt vóór artikel {0}</translation>
    </message>
    <message>
        <source>it holds more documents than were written</source>
        <translation>het bevat meer artikelen dan er geschreven zijn</translation>
    </message>
    <message>
        <source>it is cut off, or goes on after its end</source>
        <translation>het is afgekapt, of gaat na zijn einde door</translation>
    </message>
    <message>
        <source>it is not a project</source>
        <translation>het is geen project</translation>
    </message>
    <message>
        <source>it is not clear whose decisions are meant</source>
        <translation>het is niet duidelijk wiens beslissingen bedoeld zijn</translation>
    </message>
    <message>
        <source>it was left as it was</source>
        <translation>het is gelaten zoals het was</translation>
    </message>
    <message>
        <source>it was made from {0}</source>
        <translation>het is gemaakt van {0}</translation>
    </message>
    <message>
        <source>its default holds</source>
        <translation>de standaardwaarde geldt</translation>
    </message>
    <message>
        <source>its filler is not carried</source>
        <translation>de invulling ervan gaat niet mee</translation>
    </message>
    <message>
        <source>its layer is called as something else of the corpus is</source>
        <translation>de laag ervan heet zoals iets anders in het corpus</translation>
    </message>
    <message>
        <source>its words are not the tokens of document {0}</source>
        <translation>de woorden zijn niet de tokens van artikel {0}</translation>
    </message>
    <message>
        <source>judges the suggestion {0}, which is not what it says</source>
        <translation>beoordeelt de suggestie {0}, die niet is wat ze zegt</translation>
    </message>
    <message>
        <source>judges {0} {1}, which the scheme does not have</source>
        <translation>beoordeelt {0} {1}, dat het schema niet heeft</translation>
    </message>
    <message>
        <source>keep one</source>
        <translation>houd er een</translation>
    </message>
    <message>
        <source>keep one of them, leave the shorter ones out with --unknown-labels skip, or use another --as</source>
        <translation>houd er een van, laat de kortere weg met --unknown-labels skip, of gebruik een andere --as</translation>
    </message>
    <message>
        <source>label a Text object instead</source>
        <translation>label in plaats daarvan een Text-object</translation>
    </message>
    <message>
        <source>label of spans</source>
        <translation>label van stukken</translation>
    </message>
    <message>
        <source>labels are numbers: export them as text, or name them with --label-map</source>
        <translation>labels zijn nummers: exporteer ze als tekst, of benoem ze met --label-map</translation>
    </message>
    <message>
        <source>labels of whole documents are kept in meta</source>
        <translation>labels van hele artikelen zijn bij de gegevens (meta) bewaard</translation>
    </message>
    <message>
        <source>labels of whole documents are kept in meta, of the first record of each text</source>
        <translation>labels van hele documenten komen in meta, van het eerste record van elke tekst</translation>
    </message>
    <message>
        <source>labels on words of white space alone are left out</source>
        <translation>labels op woorden van enkel witruimte zijn weggelaten</translation>
    </message>
    <message>
        <source>lacks the versions of scheme and guideline</source>
        <translation>mist de versies van schema en richtlijn</translation>
    </message>
    <message>
        <source>layer {0} has no attribute {1}</source>
        <translation>laag {0} heeft geen attribuut {1}</translation>
    </message>
    <message>
        <source>layer {0} has no label {1}; choose one the scheme lists</source>
        <translation>laag {0} heeft geen label {1}; kies er een uit het schema</translation>
    </message>
    <message>
        <source>layer {0} holds no events; use create_span</source>
        <translation>laag {0} bevat geen gebeurtenissen; gebruik create_span</translation>
    </message>
    <message>
        <source>layers of words and syntax are not read: {0}</source>
        <translation>lagen van woorden en zinsbouw worden niet gelezen: {0}</translation>
    </message>
    <message>
        <source>leave it out, or choose another name</source>
        <translation>laat het weg, of kies een andere naam</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>laat er een weg</translation>
    </message>
    <message>
        <source>leave out --format, or name the files themselves</source>
        <translation>laat --format weg, of noem de bestanden zelf</translation>
    </message>
    <message>
        <source>leave some out</source>
        <translation>laat er een paar weg</translation>
    </message>
    <message>
        <source>leave that character out</source>
        <translation>laat dat teken weg</translation>
    </message>
    <message>
        <source>leave that suggester out, and report it</source>
        <translation>laat de suggesties daarvan weg, en meld het</translation>
    </message>
    <message>
        <source>left out, as no type system tells whether its numbers name annotations: {0}</source>
        <translation>weggelaten, omdat geen typesysteem zegt of de getallen naar annotaties wijzen: {0}</translation>
    </message>
    <message>
        <source>links without a target are left out: {0}</source>
        <translation>verwijzingen zonder doel zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>list labels that may fill the role: {0}</source>
        <translation>noem labels die de rol mogen vervullen: {0}</translation>
    </message>
    <message>
        <source>lone surrogate</source>
        <translation>los surrogaatteken</translation>
    </message>
    <message>
        <source>made under version {0} of the scheme, which has changed since</source>
        <translation>gemaakt onder versie {0} van het schema, dat sindsdien veranderd is</translation>
    </message>
    <message>
        <source>make it first, or choose another</source>
        <translation>maak die eerst, of kies een andere</translation>
    </message>
    <message>
        <source>make its folder writable</source>
        <translation>maak de map ervan beschrijfbaar</translation>
    </message>
    <message>
        <source>make its folder writable, or open it read-only</source>
        <translation>maak de map schrijfbaar, of open het alleen om te lezen</translation>
    </message>
    <message>
        <source>make smaller packages</source>
        <translation>maak kleinere pakketten</translation>
    </message>
    <message>
        <source>many places are being labelled just now; wait a moment, or stop that at its bar</source>
        <translation>er worden net veel plaatsen gelabeld; wacht even, of stop dat bij de balk</translation>
    </message>
    <message>
        <source>mark the documents that are read as done</source>
        <translation>markeer de artikelen die gelezen zijn als klaar</translation>
    </message>
    <message>
        <source>marks of ground truth are not kept</source>
        <translation>merktekens van “ground truth” worden niet bewaard</translation>
    </message>
    <message>
        <source>mend it</source>
        <translation>herstel het</translation>
    </message>
    <message>
        <source>mend one</source>
        <translation>verbeter er een van</translation>
    </message>
    <message>
        <source>mend or export it again</source>
        <translation>herstel het, of exporteer het opnieuw</translation>
    </message>
    <message>
        <source>mend or re-save the file as UTF-8, or name its encoding with --encoding</source>
        <translation>herstel het bestand of bewaar het als UTF-8, of noem de codering met --encoding</translation>
    </message>
    <message>
        <source>mend or restore the file</source>
        <translation>herstel het bestand, of zet een goede kopie terug</translation>
    </message>
    <message>
        <source>mend the file</source>
        <translation>herstel het bestand</translation>
    </message>
    <message>
        <source>mend the file, then import it again</source>
        <translation>herstel het bestand en lees het dan opnieuw in</translation>
    </message>
    <message>
        <source>mend the line; the layout is described in docs/schemes.md</source>
        <translation>herstel de regel; de opbouw staat beschreven in docs/schemes.md</translation>
    </message>
    <message>
        <source>mend the quoting</source>
        <translation>herstel de aanhalingstekens</translation>
    </message>
    <message>
        <source>mend the roles</source>
        <translation>herstel de rollen</translation>
    </message>
    <message>
        <source>mend the table</source>
        <translation>herstel de tabel</translation>
    </message>
    <message>
        <source>mend this element</source>
        <translation>herstel dit onderdeel</translation>
    </message>
    <message>
        <source>mend this line</source>
        <translation>herstel deze regel</translation>
    </message>
    <message>
        <source>mend this line, or leave the file out with --on-error skip</source>
        <translation>herstel deze regel, of sla het bestand over met --on-error skip</translation>
    </message>
    <message>
        <source>mend this record</source>
        <translation>herstel dit record</translation>
    </message>
    <message>
        <source>mend this row; cells with the delimiter, quotes or line ends in them go between double quotes</source>
        <translation>herstel deze rij; cellen met het scheidingsteken, aanhalingstekens of regeleinden erin staan tussen dubbele aanhalingstekens</translation>
    </message>
    <message>
        <source>missing: {0}</source>
        <translation>ontbreekt: {0}</translation>
    </message>
    <message>
        <source>mixes UTF-8 (“{0}” at byte {1}) with bytes that are not UTF-8</source>
        <translation>mengt UTF-8 (“{0}” op byte {1}) met bytes die geen UTF-8 zijn</translation>
    </message>
    <message>
        <source>more than {0} annotations</source>
        <translation>meer dan {0} annotaties</translation>
    </message>
    <message>
        <source>more than {0} rows</source>
        <translation>meer dan {0} rijen</translation>
    </message>
    <message>
        <source>move it away, or choose another place</source>
        <translation>verplaats het, of kies een andere plaats</translation>
    </message>
    <message>
        <source>must be a list of at most {0} texts</source>
        <translation>moet een lijst van hoogstens {0} teksten zijn</translation>
    </message>
    <message>
        <source>must be a table of actions and lists of chords</source>
        <translation>moet een tabel van handelingen met lijsten van toetsen zijn</translation>
    </message>
    <message>
        <source>must be one line of at most {0} characters, without spaces at its ends</source>
        <translation>moet één regel van hoogstens {0} tekens zijn, zonder spaties aan de einden</translation>
    </message>
    <message>
        <source>must be one of {0}</source>
        <translation>moet een zijn van {0}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>moet true of false zijn</translation>
    </message>
    <message>
        <source>must be {0} from {1} to {2}</source>
        <translation>moet een getal ({0}) van {1} tot {2} zijn</translation>
    </message>
    <message>
        <source>name a file</source>
        <translation>noem een bestand</translation>
    </message>
    <message>
        <source>name a file, such as {0}{1}</source>
        <translation>noem een bestand, zoals {0}{1}</translation>
    </message>
    <message>
        <source>name a package, such as spacy:nl_core_news_lg; to use a folder, make a package with `spacy package`</source>
        <translation>noem een pakket, zoals spacy:nl_core_news_lg; maak van een map een pakket met `spacy package`</translation>
    </message>
    <message>
        <source>name a scheme file</source>
        <translation>noem een schemabestand</translation>
    </message>
    <message>
        <source>name an entity's id</source>
        <translation>noem de id van een entiteit</translation>
    </message>
    <message>
        <source>name another encoding, or re-save it as UTF-8</source>
        <translation>noem een andere codering, of bewaar het als UTF-8</translation>
    </message>
    <message>
        <source>name files or a folder that holds some</source>
        <translation>noem bestanden, of een map ermee</translation>
    </message>
    <message>
        <source>name files that hold articles, or force another --format</source>
        <translation>noem bestanden met artikelen, of kies een ander formaat met --format</translation>
    </message>
    <message>
        <source>name it with --format: {0}</source>
        <translation>noem het met --format: {0}</translation>
    </message>
    <message>
        <source>name it with --text-column</source>
        <translation>noem de kolom met --text-column</translation>
    </message>
    <message>
        <source>name one that the scheme has</source>
        <translation>noem er een die het schema heeft</translation>
    </message>
    <message>
        <source>name the file that the project shall be</source>
        <translation>noem het bestand dat het project moet worden</translation>
    </message>
    <message>
        <source>name the format, such as --format doccano, or rename the key</source>
        <translation>noem het formaat, zoals --format doccano, of geef de sleutel een andere naam</translation>
    </message>
    <message>
        <source>name the span that fills the role, or null for none mentioned</source>
        <translation>noem het stuk dat de rol vervult, of null als er geen genoemd is</translation>
    </message>
    <message>
        <source>names no label</source>
        <translation>noemt geen label</translation>
    </message>
    <message>
        <source>names no value</source>
        <translation>noemt geen waarde</translation>
    </message>
    <message>
        <source>names {0} twice</source>
        <translation>noemt {0} twee keer</translation>
    </message>
    <message>
        <source>names {0}, which is not there</source>
        <translation>wijst naar {0}, dat er niet is</translation>
    </message>
    <message>
        <source>no article is for train: {0} and {1} are not written</source>
        <translation>geen artikel is voor train: {0} en {1} zijn niet geschreven</translation>
    </message>
    <message>
        <source>no column of texts is recognised among {0}</source>
        <translation>geen kolom met teksten herkend tussen {0}</translation>
    </message>
    <message>
        <source>no columns at all</source>
        <translation>helemaal geen kolommen</translation>
    </message>
    <message>
        <source>no copy to try it on can be made ({0})</source>
        <translation>er kan geen kopie gemaakt worden om het op te proberen (“{0}”)</translation>
    </message>
    <message>
        <source>no document is left for dev.spacy: it holds those of train.spacy, and scores on it mean nothing</source>
        <translation>voor dev.spacy blijft geen artikel over: daarin staan die van train.spacy, en scores erop zeggen niets</translation>
    </message>
    <message>
        <source>no document was finished by two annotators (there is {0})</source>
        <translation>geen artikel is door twee annotatoren afgemaakt (aanwezig: {0})</translation>
    </message>
    <message>
        <source>no file holds an article</source>
        <translation>geen enkel bestand bevat een artikel</translation>
    </message>
    <message>
        <source>no format {0} to read</source>
        <translation>geen formaat {0} om te lezen</translation>
    </message>
    <message>
        <source>no format {0} to write</source>
        <translation>geen formaat {0} om te schrijven</translation>
    </message>
    <message>
        <source>no lock can be made beside {0} ({1})</source>
        <translation>naast {0} kan geen slot gemaakt worden (“{1}”)</translation>
    </message>
    <message>
        <source>no open suggestion has a score of {0} or more</source>
        <translation>geen open suggestie heeft een score van {0} of meer</translation>
    </message>
    <message>
        <source>no valid JSON: {0}</source>
        <translation>geen geldige JSON: “{0}”</translation>
    </message>
    <message>
        <source>nobody has decided anything yet</source>
        <translation>niemand heeft nog iets beslist</translation>
    </message>
    <message>
        <source>nobody: import or annotate first</source>
        <translation>niemand: importeer of annoteer eerst</translation>
    </message>
    <message>
        <source>none of the files looks like {0}: {1}</source>
        <translation>geen van de bestanden lijkt op {0}: {1}</translation>
    </message>
    <message>
        <source>none, for there is none yet</source>
        <translation>geen, want er is er nog geen</translation>
    </message>
    <message>
        <source>normalizations (N) are left out</source>
        <translation>normalisaties (N) zijn weggelaten</translation>
    </message>
    <message>
        <source>not asked for: {0}</source>
        <translation>niet gevraagd: {0}</translation>
    </message>
    <message>
        <source>not the same twice</source>
        <translation>twee keer niet hetzelfde</translation>
    </message>
    <message>
        <source>notes of other types than {0} are left out: {1}</source>
        <translation>andere notities dan {0} zijn weggelaten: {1}</translation>
    </message>
    <message>
        <source>nothing can be learned without room for temporary files: {0}</source>
        <translation>zonder ruimte voor tijdelijke bestanden kan er niets geleerd worden: “{0}”</translation>
    </message>
    <message>
        <source>nothing new: all of it was merged before</source>
        <translation>niets nieuws: alles is al eerder overgenomen</translation>
    </message>
    <message>
        <source>nothing was decided in it yet</source>
        <translation>er is nog niets in beslist</translation>
    </message>
    <message>
        <source>nothing was learned from this project yet</source>
        <translation>van dit project is nog niets geleerd</translation>
    </message>
    <message>
        <source>nothing was merged; ask the sender for the whole return, made anew</source>
        <translation>er is niets samengevoegd; vraag de afzender om de hele teruggave, opnieuw gemaakt</translation>
    </message>
    <message>
        <source>of a relation one feature is kept, its label; others are not: {0}</source>
        <translation>van een relatie blijft één kenmerk bewaard, haar label; andere niet: {0}</translation>
    </message>
    <message>
        <source>of an entity start, end and label are read, and nothing behind them</source>
        <translation>van een entiteit worden begin, eind en label gelezen, en niets daarachter</translation>
    </message>
    <message>
        <source>of an exported project the annotations are read; its settings, logs, guidelines and other files are not</source>
        <translation>van een geëxporteerd project worden de annotaties gelezen; instellingen, logboeken, richtlijnen en andere bestanden niet</translation>
    </message>
    <message>
        <source>of the column MISC only white space is read, not {0}</source>
        <translation>van de kolom MISC wordt alleen witruimte gelezen, niet {0}</translation>
    </message>
    <message>
        <source>of tokens the word and its entity are read, not {0}</source>
        <translation>van tokens worden het woord en de entiteit gelezen, niet {0}</translation>
    </message>
    <message>
        <source>offsets count code points or UTF-16 units, the end not included, in the text as it stands in the file</source>
        <translation>posities tellen codepunten of UTF-16-eenheden, het einde niet meegeteld, in de tekst zoals die in het bestand staat</translation>
    </message>
    <message>
        <source>offsets count code points, the end not included</source>
        <translation>posities tellen tekens (code points), het einde telt niet mee</translation>
    </message>
    <message>
        <source>offsets count code points, where a CAS has UTF-16 units</source>
        <translation>posities tellen tekens (code points), terwijl een CAS UTF-16-eenheden heeft</translation>
    </message>
    <message>
        <source>offsets count code points, where the format has UTF-16 units; read as code points</source>
        <translation>posities tellen tekens (code points), terwijl het formaat UTF-16-eenheden heeft; gelezen als tekens</translation>
    </message>
    <message>
        <source>offsets of 1 document counted UTF-16 units; they were converted to code points</source>
        <translation>posities van 1 artikel telden UTF-16-eenheden; ze zijn omgezet naar tekens (code points)</translation>
    </message>
    <message>
        <source>offsets of {0} documents counted UTF-16 units; they were converted to code points</source>
        <translation>posities van {0} artikelen telden UTF-16-eenheden; ze zijn omgezet naar tekens (code points)</translation>
    </message>
    <message>
        <source>offsets should be two integers, are {0}</source>
        <translation>posities moeten twee gehele getallen zijn, zijn {0}</translation>
    </message>
    <message>
        <source>offsets should be two integers, are {0} and {1}</source>
        <translation>posities moeten twee gehele getallen zijn, zijn {0} en {1}</translation>
    </message>
    <message>
        <source>one annotation of {0} with several numbers</source>
        <translation>één annotatie van {0} met meer nummers</translation>
    </message>
    <message>
        <source>one begins or ends with white space</source>
        <translation>er is er een die begint of eindigt met witruimte</translation>
    </message>
    <message>
        <source>open a backup, or use a newer program</source>
        <translation>open een reservekopie, of gebruik een nieuwer programma</translation>
    </message>
    <message>
        <source>open it for writing, from a folder of your own and with room on its disk</source>
        <translation>open het om te schrijven, uit een map van uzelf en met ruimte op de schijf</translation>
    </message>
    <message>
        <source>open it once for writing</source>
        <translation>open het één keer om te schrijven</translation>
    </message>
    <message>
        <source>open it with --as "{0}"</source>
        <translation>open het met --as "{0}"</translation>
    </message>
    <message>
        <source>open it, or choose another name</source>
        <translation>open het, of kies een andere naam</translation>
    </message>
    <message>
        <source>open the package again in a project of its own, and work there on what was assigned</source>
        <translation>open het pakket opnieuw als eigen project, en werk daar aan wat toegewezen is</translation>
    </message>
    <message>
        <source>open the package that you were sent; work handed in is for the lead to take over</source>
        <translation>open het pakket dat u kreeg; ingeleverd werk neemt wie leidt over</translation>
    </message>
    <message>
        <source>operation {0} is none of this annotator's on this document</source>
        <translation>handeling {0} is niet van deze annotator in dit artikel</translation>
    </message>
    <message>
        <source>operation {0} of {1}: {2}</source>
        <translation>bewerking {0} van {1}: {2}</translation>
    </message>
    <message>
        <source>operation {0}: {1}</source>
        <translation>bewerking {0}: {1}</translation>
    </message>
    <message>
        <source>over {0} bytes</source>
        <translation>meer dan {0} bytes</translation>
    </message>
    <message>
        <source>overlaps {0}</source>
        <translation>overlapt {0}</translation>
    </message>
    <message>
        <source>overlaps {0} “{1}”; change or delete that one first</source>
        <translation>overlapt {0} “{1}”; verander of verwijder dat eerst</translation>
    </message>
    <message>
        <source>please report this</source>
        <translation>meld dit alstublieft</translation>
    </message>
    <message>
        <source>predictions beside annotations are left out</source>
        <translation>voorspellingen naast annotaties zijn weggelaten</translation>
    </message>
    <message>
        <source>print it to a new PDF</source>
        <translation>druk het af naar een nieuwe PDF</translation>
    </message>
    <message>
        <source>print it to a new PDF, or split it</source>
        <translation>druk het af naar een nieuwe PDF, of splits het</translation>
    </message>
    <message>
        <source>print it to a new PDF, or split it into articles</source>
        <translation>druk het af naar een nieuwe PDF, of splits het in artikelen</translation>
    </message>
    <message>
        <source>put every entry in quotes</source>
        <translation>zet elk onderdeel tussen aanhalingstekens</translation>
    </message>
    <message>
        <source>put it back in its place before you close the program</source>
        <translation>zet het op zijn plaats terug voordat u het programma sluit</translation>
    </message>
    <message>
        <source>put the file back in its place, or open that copy</source>
        <translation>zet het bestand op zijn plaats terug, of open die kopie</translation>
    </message>
    <message>
        <source>puts a span of several fragments on the flat layer {0}</source>
        <translation>zet een label van meer fragmenten op de vlakke laag {0}</translation>
    </message>
    <message>
        <source>puts the span {0} under the id {1}</source>
        <translation>zet het label {0} onder het kenmerk {1}</translation>
    </message>
    <message>
        <source>puts {0} on the layer {1}</source>
        <translation>zet {0} op de laag {1}</translation>
    </message>
    <message>
        <source>re-save it as UTF-8</source>
        <translation>bewaar het als UTF-8</translation>
    </message>
    <message>
        <source>re-save it as UTF-8, or give --encoding {0}</source>
        <translation>bewaar het als UTF-8, of geef --encoding {0}</translation>
    </message>
    <message>
        <source>re-save it as UTF-8, or name its encoding with --encoding, such as --encoding cp1252</source>
        <translation>bewaar het als UTF-8, of noem de codering met --encoding, zoals --encoding cp1252</translation>
    </message>
    <message>
        <source>read back by {0}: {1} missing, {2} surplus{3}; {4}</source>
        <translation>teruggelezen door {0}: {1} ontbreken, {2} te veel{3}; {4}</translation>
    </message>
    <message>
        <source>recognise its text with another program first</source>
        <translation>laat eerst een ander programma de tekst herkennen</translation>
    </message>
    <message>
        <source>references to other things than spans are left out: {0}</source>
        <translation>verwijzingen naar iets anders dan labels in de tekst zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>regions of HyperText count signs of HTML</source>
        <translation>gebieden van HyperText tellen tekens van HTML</translation>
    </message>
    <message>
        <source>regions without a label are left out</source>
        <translation>gebieden zonder label zijn weggelaten</translation>
    </message>
    <message>
        <source>rejected suggestions of several fragments, which are left out: {0}</source>
        <translation>verworpen suggesties van meer dan één deel, die zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>relations between other things than spans are not read: {0}</source>
        <translation>relaties tussen iets anders dan labels in de tekst worden niet gelezen: {0}</translation>
    </message>
    <message>
        <source>relations between words that are no labelled spans are left out</source>
        <translation>relaties tussen woorden zonder label zijn weggelaten</translation>
    </message>
    <message>
        <source>relations of both directions are read in the one they are written in</source>
        <translation>relaties in beide richtingen zijn gelezen in de richting waarin ze er staan</translation>
    </message>
    <message>
        <source>relations without a label are left out</source>
        <translation>relaties zonder label zijn weggelaten</translation>
    </message>
    <message>
        <source>remarks (lines that begin with #) are not kept</source>
        <translation>opmerkingen (regels die met # beginnen) worden niet bewaard</translation>
    </message>
    <message>
        <source>remove it from the file</source>
        <translation>haal het uit het bestand</translation>
    </message>
    <message>
        <source>remove it, or leave the file out with --on-error skip</source>
        <translation>verwijder dat, of laat het bestand weg met --on-error skip</translation>
    </message>
    <message>
        <source>remove the DOCTYPE line</source>
        <translation>haal de DOCTYPE-regel weg</translation>
    </message>
    <message>
        <source>remove the file, or leave it out with --on-error skip</source>
        <translation>verwijder het bestand, of sla het over met --on-error skip</translation>
    </message>
    <message>
        <source>remove this row</source>
        <translation>verwijder deze rij</translation>
    </message>
    <message>
        <source>rename it in the file, or use a scheme that has it (that layer has {0})</source>
        <translation>noem het anders in het bestand, of gebruik een schema dat het heeft (die laag heeft {0})</translation>
    </message>
    <message>
        <source>rename one</source>
        <translation>geef een van beide een andere naam</translation>
    </message>
    <message>
        <source>rename one of them</source>
        <translation>geef een van beide een andere naam</translation>
    </message>
    <message>
        <source>rename or leave out one</source>
        <translation>noem er een anders, of laat er een weg</translation>
    </message>
    <message>
        <source>repack it</source>
        <translation>pak het opnieuw in</translation>
    </message>
    <message>
        <source>repack it without this</source>
        <translation>pak het opnieuw in zonder dit</translation>
    </message>
    <message>
        <source>report.json was about {0}; it is about this export now</source>
        <translation>report.json ging over {0}, en gaat nu over deze export</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>zet een reservekopie terug</translation>
    </message>
    <message>
        <source>restore a backup, or have the sender export JSONL</source>
        <translation>zet een reservekopie terug, of vraag de afzender om JSONL</translation>
    </message>
    <message>
        <source>restore the file</source>
        <translation>zet een goede kopie van het bestand terug</translation>
    </message>
    <message>
        <source>restore the text, or remove the key</source>
        <translation>zet de tekst terug, of haal de sleutel weg</translation>
    </message>
    <message>
        <source>results of the type {0} are left out</source>
        <translation>resultaten van het type {0} zijn weggelaten</translation>
    </message>
    <message>
        <source>return each package from its own copy</source>
        <translation>geef elk pakket terug uit zijn eigen kopie</translation>
    </message>
    <message>
        <source>roles belong to a layer with is_event = true</source>
        <translation>rollen horen bij een laag met is_event = true</translation>
    </message>
    <message>
        <source>roles, attributes and further fragments of events, and remarks, are in {0}</source>
        <translation>rollen, attributen en verdere delen van gebeurtenissen, en opmerkingen, staan in {0}</translation>
    </message>
    <message>
        <source>run `annotator check` on the project</source>
        <translation>voer `annotator check` uit op het project</translation>
    </message>
    <message>
        <source>run `annotator check`, or restore a backup</source>
        <translation>voer `annotator check` uit, of zet een reservekopie terug</translation>
    </message>
    <message>
        <source>runs over the end of a line; brat's lines hold the text of a span</source>
        <translation>loopt over een regeleinde heen; de regels van brat bevatten de tekst van een label</translation>
    </message>
    <message>
        <source>safe mode goes without the learned suggester</source>
        <translation>de veilige modus werkt zonder wat er geleerd is</translation>
    </message>
    <message>
        <source>said to be not mentioned</source>
        <translation>als niet vermeld aangeduid</translation>
    </message>
    <message>
        <source>save it again</source>
        <translation>bewaar het opnieuw</translation>
    </message>
    <message>
        <source>save it as .docx</source>
        <translation>bewaar het als .docx</translation>
    </message>
    <message>
        <source>save it without a password</source>
        <translation>bewaar het zonder wachtwoord</translation>
    </message>
    <message>
        <source>save the article alone</source>
        <translation>bewaar het artikel alleen</translation>
    </message>
    <message>
        <source>save the file as UTF-8</source>
        <translation>bewaar het bestand als UTF-8</translation>
    </message>
    <message>
        <source>save the page again</source>
        <translation>bewaar de pagina opnieuw</translation>
    </message>
    <message>
        <source>says it was made in this project, and was not</source>
        <translation>zegt dat ze in dit project gemaakt is, en dat is niet zo</translation>
    </message>
    <message>
        <source>scheme {0} does not match its hash</source>
        <translation>het schema {0} klopt niet met zijn hash</translation>
    </message>
    <message>
        <source>scheme {0} {1} was never here</source>
        <translation>het schema {0} {1} is hier nooit geweest</translation>
    </message>
    <message>
        <source>score should be a number</source>
        <translation>score moet een getal zijn</translation>
    </message>
    <message>
        <source>score should be a number from 0 to 1</source>
        <translation>score moet een getal van 0 tot 1 zijn</translation>
    </message>
    <message>
        <source>see the log with `annotator export`</source>
        <translation>bekijk het logboek met `annotator export`</translation>
    </message>
    <message>
        <source>see {0}, or export without --strict</source>
        <translation>zie {0}, of exporteer zonder --strict</translation>
    </message>
    <message>
        <source>sets the status {0}</source>
        <translation>stelt de status {0} in</translation>
    </message>
    <message>
        <source>sets {0} to {1}, which the scheme does not have</source>
        <translation>zet {0} op {1}, dat het schema niet heeft</translation>
    </message>
    <message>
        <source>setting {0}: {1}</source>
        <translation>instelling {0}: {1}</translation>
    </message>
    <message>
        <source>several fragments; the format holds one</source>
        <translation>meer dan één deel; het formaat kan er één bevatten</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>maak het korter</translation>
    </message>
    <message>
        <source>shorten the cell</source>
        <translation>maak de cel korter</translation>
    </message>
    <message>
        <source>shorten the file</source>
        <translation>maak het bestand korter</translation>
    </message>
    <message>
        <source>should be 1 to {0} pairs of integers</source>
        <translation>moet uit 1 tot {0} paren van gehele getallen bestaan</translation>
    </message>
    <message>
        <source>should be [document, kind, target, before, after]</source>
        <translation>moet [document, kind, target, before, after] zijn</translation>
    </message>
    <message>
        <source>should be a count, is {0}</source>
        <translation>moet een aantal zijn, is {0}</translation>
    </message>
    <message>
        <source>should be a list</source>
        <translation>moet een lijst zijn</translation>
    </message>
    <message>
        <source>should be a list of 1 to {0}</source>
        <translation>moet een lijst van 1 tot {0} zijn</translation>
    </message>
    <message>
        <source>should be a list, is {0}</source>
        <translation>moet een lijst zijn, is {0}</translation>
    </message>
    <message>
        <source>should be a number</source>
        <translation>moet een getal zijn</translation>
    </message>
    <message>
        <source>should be a number from 0 to 1</source>
        <translation>moet een getal van 0 tot 1 zijn</translation>
    </message>
    <message>
        <source>should be a number from 0 to 1, is {0}</source>
        <translation>moet een getal van 0 tot 1 zijn, is {0}</translation>
    </message>
    <message>
        <source>should be a string of at most {0} characters</source>
        <translation>moet een tekst van hoogstens {0} tekens zijn</translation>
    </message>
    <message>
        <source>should be a string, is {0}</source>
        <translation>moet tekst zijn, is {0}</translation>
    </message>
    <message>
        <source>should be an object</source>
        <translation>moet een object zijn</translation>
    </message>
    <message>
        <source>should be an object, is {0}</source>
        <translation>moet een object zijn, is {0}</translation>
    </message>
    <message>
        <source>should be four short strings</source>
        <translation>moet uit vier korte teksten bestaan</translation>
    </message>
    <message>
        <source>should be ids of operations</source>
        <translation>moet uit id's van bewerkingen bestaan</translation>
    </message>
    <message>
        <source>should be pairs of a role and an id, not {0}</source>
        <translation>moet uit paren van een rol en een id bestaan, niet uit {0}</translation>
    </message>
    <message>
        <source>should be pairs of integers, not {0}</source>
        <translation>moeten paren van gehele getallen zijn, niet {0}</translation>
    </message>
    <message>
        <source>should be start, end and label, is {0}</source>
        <translation>moet begin, einde en label zijn, is {0}</translation>
    </message>
    <message>
        <source>should be true or false</source>
        <translation>moet true of false zijn</translation>
    </message>
    <message>
        <source>should be true, or not be there</source>
        <translation>moet true zijn, of er niet staan</translation>
    </message>
    <message>
        <source>should be {0}, is {1}</source>
        <translation>moet {0} zijn, is {1}</translation>
    </message>
    <message>
        <source>should begin with two strings and a kind, is {0}</source>
        <translation>moet beginnen met twee teksten en een soort, is {0}</translation>
    </message>
    <message>
        <source>slots that name what is not read are left out: {0}</source>
        <translation>rollen die wijzen naar wat niet gelezen wordt zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>slots that name words are left out: {0}</source>
        <translation>rollen die naar woorden wijzen zijn weggelaten: {0}</translation>
    </message>
    <message>
        <source>sofaString should be a string, is {0}</source>
        <translation>sofaString moet een tekst zijn, is {0}</translation>
    </message>
    <message>
        <source>spans of several users of one text are taken together, as of one annotator</source>
        <translation>labels van verschillende gebruikers in één tekst zijn samengenomen, als van één annotator</translation>
    </message>
    <message>
        <source>spans of tasks that were ignored are left out</source>
        <translation>labels van overgeslagen taken zijn weggelaten</translation>
    </message>
    <message>
        <source>spans of the flat layer {0} have one fragment</source>
        <translation>labels van de vlakke laag {0} hebben één fragment</translation>
    </message>
    <message>
        <source>spans of {0} without a label or with white space alone are left out</source>
        <translation>stukken van {0} zonder label of met enkel witruimte zijn weggelaten</translation>
    </message>
    <message>
        <source>spans off the tokens, which have character offsets only: {0}</source>
        <translation>labels die niet op de tokens vallen en alleen tekenposities hebben: {0}</translation>
    </message>
    <message>
        <source>spans that could not be carried: {0}; the first: {1} “{2}”: {3}</source>
        <translation>labels die niet mee konden: {0}; het eerste: {1} “{2}”: {3}</translation>
    </message>
    <message>
        <source>spans without a label are left out</source>
        <translation>stukken zonder label zijn weggelaten</translation>
    </message>
    <message>
        <source>split it</source>
        <translation>verdeel het</translation>
    </message>
    <message>
        <source>split it into articles</source>
        <translation>splits het in artikelen</translation>
    </message>
    <message>
        <source>split it into several articles</source>
        <translation>verdeel het in meer artikelen</translation>
    </message>
    <message>
        <source>split it into smaller files</source>
        <translation>verdeel het in kleinere bestanden</translation>
    </message>
    <message>
        <source>split it, or repack it</source>
        <translation>splits het, of pak het opnieuw in</translation>
    </message>
    <message>
        <source>split the article</source>
        <translation>verdeel het artikel</translation>
    </message>
    <message>
        <source>split the corpus</source>
        <translation>splits het corpus</translation>
    </message>
    <message>
        <source>split the document</source>
        <translation>verdeel het artikel</translation>
    </message>
    <message>
        <source>split the file</source>
        <translation>splits het bestand</translation>
    </message>
    <message>
        <source>stands in meta too, with another value</source>
        <translation>staat ook in meta, met een andere waarde</translation>
    </message>
    <message>
        <source>start again</source>
        <translation>begin opnieuw</translation>
    </message>
    <message>
        <source>suggestions were used on control documents: {0}, such as {1}</source>
        <translation>op controleartikelen zijn suggesties gebruikt: {0}, zoals {1}</translation>
    </message>
    <message>
        <source>take fewer or shorter documents at a time</source>
        <translation>neem minder of kortere artikelen tegelijk</translation>
    </message>
    <message>
        <source>take it out</source>
        <translation>haal het eruit</translation>
    </message>
    <message>
        <source>take it out; _ can stand between words, and `names` holds what is shown</source>
        <translation>haal het eruit; _ kan tussen woorden staan, en in `names` staat wat getoond wordt</translation>
    </message>
    <message>
        <source>takes back another operation without being an undo</source>
        <translation>neemt een andere handeling terug zonder een ongedaan maken te zijn</translation>
    </message>
    <message>
        <source>tasks rejected with several spans tell nothing of each: spans left out</source>
        <translation>afgewezen taken met meer labels zeggen niets over elk ervan: labels weggelaten</translation>
    </message>
    <message>
        <source>text between two sentences is not in the file: spaces stand for it</source>
        <translation>tekst tussen twee zinnen staat niet in het bestand: er staan spaties voor in de plaats</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>tekst tussen aanhalingstekens</translation>
    </message>
    <message>
        <source>that is how it is already</source>
        <translation>zo is het al</translation>
    </message>
    <message>
        <source>that nobody is mentioned</source>
        <translation>dat niemand genoemd wordt</translation>
    </message>
    <message>
        <source>that would bring back {0}, which the scheme has no more; the lead can add it again</source>
        <translation>dat zou {0} terugbrengen, dat het schema niet meer heeft; de leiding kan het weer toevoegen</translation>
    </message>
    <message>
        <source>the adjudicator's name is empty</source>
        <translation>de naam van de beoordelaar is leeg</translation>
    </message>
    <message>
        <source>the backup and the project are the same file</source>
        <translation>de reservekopie en het project zijn hetzelfde bestand</translation>
    </message>
    <message>
        <source>the column {0} holds no IOB tags throughout, and is not read there</source>
        <translation>de kolom {0} bevat niet overal IOB-labels, en wordt daar niet gelezen</translation>
    </message>
    <message>
        <source>the comment has {0} characters, at most {1} are kept</source>
        <translation>de opmerking heeft {0} tekens; hoogstens {1} worden bewaard</translation>
    </message>
    <message>
        <source>the comment is empty</source>
        <translation>de opmerking is leeg</translation>
    </message>
    <message>
        <source>the copy does not verify: {0}</source>
        <translation>de kopie klopt niet: {0}</translation>
    </message>
    <message>
        <source>the copy {0} has returned another work package</source>
        <translation>de kopie {0} heeft een ander werkpakket teruggegeven</translation>
    </message>
    <message>
        <source>the defaults hold</source>
        <translation>de standaardwaarden gelden</translation>
    </message>
    <message>
        <source>the document {0} is missing</source>
        <translation>het document {0} ontbreekt</translation>
    </message>
    <message>
        <source>the event has no fragment {0}</source>
        <translation>de gebeurtenis heeft geen fragment {0}</translation>
    </message>
    <message>
        <source>the event {0} is not declared</source>
        <translation>de gebeurtenis {0} is niet gedeclareerd</translation>
    </message>
    <message>
        <source>the events {0} are in a circle</source>
        <translation>de gebeurtenissen {0} vormen een kring</translation>
    </message>
    <message>
        <source>the file ends after a #Text line: it is cut off</source>
        <translation>het bestand houdt op na een #Text-regel: het is afgebroken</translation>
    </message>
    <message>
        <source>the file holds words and no text: the text is the words with a space between, a sentence a line</source>
        <translation>het bestand bevat woorden en geen tekst: de tekst is de woorden met een spatie ertussen, een zin per regel</translation>
    </message>
    <message>
        <source>the first column numbers the words, which are in the second</source>
        <translation>de eerste kolom nummert de woorden, die in de tweede staan</translation>
    </message>
    <message>
        <source>the first line names the columns</source>
        <translation>de eerste regel noemt de kolommen</translation>
    </message>
    <message>
        <source>the guideline has changed since for {0}</source>
        <translation>de richtlijn is sindsdien veranderd voor {0}</translation>
    </message>
    <message>
        <source>the id {0} comes twice</source>
        <translation>de id {0} komt twee keer voor</translation>
    </message>
    <message>
        <source>the id {0} is not 1 to 64 letters, digits or _ . : -</source>
        <translation>de id {0} bestaat niet uit 1 tot 64 letters, cijfers of _ . : -</translation>
    </message>
    <message>
        <source>the id {0} is taken in this document; leave it out to get a new one</source>
        <translation>de id {0} is al in gebruik in dit artikel; laat hem weg voor een nieuwe</translation>
    </message>
    <message>
        <source>the id {0} is there already</source>
        <translation>de id {0} is er al</translation>
    </message>
    <message>
        <source>the id {0} spans words that are not there</source>
        <translation>de id {0} omvat woorden die er niet zijn</translation>
    </message>
    <message>
        <source>the id {0}, where {1} should follow</source>
        <translation>de id {0}, waar {1} moet volgen</translation>
    </message>
    <message>
        <source>the key {0} of spans is not kept</source>
        <translation>de sleutel {0} van labels wordt niet bewaard</translation>
    </message>
    <message>
        <source>the label holds white space</source>
        <translation>het label bevat witruimte</translation>
    </message>
    <message>
        <source>the label map gives {0} the label {1}</source>
        <translation>de lijst met labelnamen geeft {0} het label {1}</translation>
    </message>
    <message>
        <source>the last line does not end</source>
        <translation>de laatste regel eindigt niet</translation>
    </message>
    <message>
        <source>the last token counts in: mend offsets or tokens</source>
        <translation>het laatste woord telt mee: herstel posities of woorden</translation>
    </message>
    <message>
        <source>the latest work on {0} lies in {1}-wal, which cannot be read where nothing can be written</source>
        <translation>het laatste werk aan {0} zit in {1}-wal, dat niet te lezen is waar niets geschreven kan worden</translation>
    </message>
    <message>
        <source>the layer {0} has no labels</source>
        <translation>de laag {0} heeft geen labels</translation>
    </message>
    <message>
        <source>the licence field of README.md says “unknown”: fill in the terms of the articles before you share it</source>
        <translation>het licentieveld van README.md zegt “unknown”: vul de voorwaarden van de artikelen in voor u het deelt</translation>
    </message>
    <message>
        <source>the log cannot be replayed ({0})</source>
        <translation>het logboek kan niet opnieuw afgespeeld worden (“{0}”)</translation>
    </message>
    <message>
        <source>the model was cut off</source>
        <translation>het model is afgekapt</translation>
    </message>
    <message>
        <source>the offsets {0} are reversed</source>
        <translation>de posities {0} zijn omgekeerd</translation>
    </message>
    <message>
        <source>the package this answers was not signed by this project</source>
        <translation>het pakket waarop dit antwoordt is niet door dit project ondertekend</translation>
    </message>
    <message>
        <source>the parquet format needs pyarrow, which is not installed</source>
        <translation>het formaat parquet heeft pyarrow nodig, dat niet geïnstalleerd is</translation>
    </message>
    <message>
        <source>the pipeline {0} cannot be loaded: {1}: {2}</source>
        <translation>de pipeline {0} kan niet geladen worden: “{1}: {2}”</translation>
    </message>
    <message>
        <source>the pipeline {0} is not installed</source>
        <translation>de pipeline {0} is niet geïnstalleerd</translation>
    </message>
    <message>
        <source>the project's tokenizer settings cannot be used: {0}</source>
        <translation>de tokenizer-instellingen van het project zijn niet te gebruiken: {0}</translation>
    </message>
    <message>
        <source>the role {0} is not declared for {1}</source>
        <translation>de rol {0} is niet gedeclareerd voor {1}</translation>
    </message>
    <message>
        <source>the row {0} stands in line {1} too</source>
        <translation>de rij {0} staat ook in regel {1}</translation>
    </message>
    <message>
        <source>the scheme has no label {0}</source>
        <translation>het schema kent geen label {0}</translation>
    </message>
    <message>
        <source>the scheme has no layer {0}</source>
        <translation>het schema kent geen laag {0}</translation>
    </message>
    <message>
        <source>the scheme has no layer {0}; it has {1}</source>
        <translation>het schema kent geen laag {0}; wel {1}</translation>
    </message>
    <message>
        <source>the scheme has no {0} {1}</source>
        <translation>het schema heeft geen {0} {1}</translation>
    </message>
    <message>
        <source>the scheme has other labels than when this was learned</source>
        <translation>het schema heeft andere labels dan toen dit geleerd werd</translation>
    </message>
    <message>
        <source>the scheme is not the one that was assigned</source>
        <translation>het schema is niet het toegewezen schema</translation>
    </message>
    <message>
        <source>the scheme {0} has no events</source>
        <translation>het schema {0} kent geen gebeurtenissen</translation>
    </message>
    <message>
        <source>the score {0} is not from 0 to 1</source>
        <translation>de score {0} ligt niet tussen 0 en 1</translation>
    </message>
    <message>
        <source>the sentence begins {0}</source>
        <translation>de zin begint {0}</translation>
    </message>
    <message>
        <source>the sentence ends within {0}, which has no L- or E-</source>
        <translation>de zin houdt op binnen {0}, dat geen L- of E- heeft</translation>
    </message>
    <message>
        <source>the settings cannot be written to {0} ({1})</source>
        <translation>de instellingen kunnen niet geschreven worden naar {0} (“{1}”)</translation>
    </message>
    <message>
        <source>the suggestion {0} is not sound</source>
        <translation>de suggestie {0} klopt niet</translation>
    </message>
    <message>
        <source>the suggestions cannot be counted ({0})</source>
        <translation>de suggesties zijn niet te tellen ({0})</translation>
    </message>
    <message>
        <source>the suggestions for {0} are for another text</source>
        <translation>de suggesties voor {0} horen bij een andere tekst</translation>
    </message>
    <message>
        <source>the tables of {0} are not those of a project ({1}{2})</source>
        <translation>de tabellen van {0} zijn niet die van een project ({1}{2})</translation>
    </message>
    <message>
        <source>the tag {0} does not follow from the one before</source>
        <translation>het label {0} kan niet op het vorige volgen</translation>
    </message>
    <message>
        <source>the tag {0} is not IOB</source>
        <translation>het label {0} is geen IOB</translation>
    </message>
    <message>
        <source>the text of document {0} does not match its hash</source>
        <translation>de tekst van artikel {0} klopt niet met zijn hash</translation>
    </message>
    <message>
        <source>the text of document {0} is missing</source>
        <translation>de tekst van artikel {0} ontbreekt</translation>
    </message>
    <message>
        <source>the text of {0} is not the one asked for</source>
        <translation>de tekst van {0} is niet de gevraagde</translation>
    </message>
    <message>
        <source>the text there is “{0}”, not “{1}”</source>
        <translation>de tekst daar is “{0}”, niet “{1}”</translation>
    </message>
    <message>
        <source>the text there is “{0}”, not “{1}”; the offsets fit as {2}</source>
        <translation>de tekst daar is “{0}”, niet “{1}”; de posities passen als {2}</translation>
    </message>
    <message>
        <source>the threshold is a number from 0 to 1</source>
        <translation>de drempel is een getal van 0 tot 1</translation>
    </message>
    <message>
        <source>the tokenizer's settings do not match their hash</source>
        <translation>de tokenizer-instellingen kloppen niet met hun hash</translation>
    </message>
    <message>
        <source>the type system names others, which are not looked for</source>
        <translation>het typesysteem noemt andere, die niet worden opgezocht</translation>
    </message>
    <message>
        <source>the type {0} is not declared</source>
        <translation>het type {0} is niet gedeclareerd</translation>
    </message>
    <message>
        <source>the version of scheme {0} cannot be raised</source>
        <translation>de versie van schema {0} kan niet verhoogd worden</translation>
    </message>
    <message>
        <source>the versions of the guideline have gaps</source>
        <translation>tussen de versies van de richtlijn zitten gaten</translation>
    </message>
    <message>
        <source>the work was given to {0}, and all was decided as {1}</source>
        <translation>het werk was voor {0}, en alles is beslist als {1}</translation>
    </message>
    <message>
        <source>the work was given to {0}, and is returned as {1}</source>
        <translation>het werk was uitgedeeld aan {0}, en komt terug als {1}</translation>
    </message>
    <message>
        <source>the worker cannot be started: {0}</source>
        <translation>de helper voor suggesties kan niet starten: “{0}”</translation>
    </message>
    <message>
        <source>the worker did not finish {0} in time</source>
        <translation>de helper voor suggesties was niet op tijd klaar met {0}</translation>
    </message>
    <message>
        <source>the worker ended twice while doing {0}: {1}</source>
        <translation>de helper voor suggesties viel twee keer weg bij {0}: “{1}”</translation>
    </message>
    <message>
        <source>the worker lost a part of {0}</source>
        <translation>de helper voor suggesties is een deel van {0} kwijtgeraakt</translation>
    </message>
    <message>
        <source>the worker was ended</source>
        <translation>de helper voor suggesties is beëindigd</translation>
    </message>
    <message>
        <source>the worker was lost each time it was to learn</source>
        <translation>de helper voor suggesties viel telkens weg toen hij moest leren</translation>
    </message>
    <message>
        <source>there are suggestions for a document that was not assigned</source>
        <translation>er zijn suggesties voor een artikel dat niet toegewezen is</translation>
    </message>
    <message>
        <source>there is a {0} {1} already{2}</source>
        <translation>er is al een {0} {1}{2}</translation>
    </message>
    <message>
        <source>there is more behind the end of the list</source>
        <translation>er staat nog meer na het einde van de lijst</translation>
    </message>
    <message>
        <source>there is no action {0}</source>
        <translation>er is geen handeling {0}</translation>
    </message>
    <message>
        <source>there is no annotator {0}</source>
        <translation>er is geen annotator {0}</translation>
    </message>
    <message>
        <source>there is no assignment {0} here</source>
        <translation>de opdracht {0} is hier niet bekend</translation>
    </message>
    <message>
        <source>there is no built-in scheme {0}</source>
        <translation>er is geen ingebouwd schema {0}</translation>
    </message>
    <message>
        <source>there is no column {0} among {1}</source>
        <translation>er is geen kolom {0} tussen {1}</translation>
    </message>
    <message>
        <source>there is no document left for {0}</source>
        <translation>er is geen artikel over voor {0}</translation>
    </message>
    <message>
        <source>there is no document to export</source>
        <translation>er is geen artikel om te exporteren</translation>
    </message>
    <message>
        <source>there is no document {0}</source>
        <translation>er is geen artikel {0}</translation>
    </message>
    <message>
        <source>there is no entity to train on: {0} is not written</source>
        <translation>er is geen entiteit om op te trainen: {0} is niet geschreven</translation>
    </message>
    <message>
        <source>there is no file or folder {0}</source>
        <translation>er is geen bestand of map {0}</translation>
    </message>
    <message>
        <source>there is no file to import</source>
        <translation>er is geen bestand om in te lezen</translation>
    </message>
    <message>
        <source>there is no folder {0}</source>
        <translation>er is geen map {0}</translation>
    </message>
    <message>
        <source>there is no fragment</source>
        <translation>er is geen fragment</translation>
    </message>
    <message>
        <source>there is no fragment; the offsets fit as {0}</source>
        <translation>er is geen fragment; de posities passen als {0}</translation>
    </message>
    <message>
        <source>there is no layer</source>
        <translation>er is geen laag</translation>
    </message>
    <message>
        <source>there is no layer {0}</source>
        <translation>er is geen laag {0}</translation>
    </message>
    <message>
        <source>there is no operation {0}</source>
        <translation>er is geen bewerking {0}</translation>
    </message>
    <message>
        <source>there is no order {0}</source>
        <translation>er is geen volgorde {0}</translation>
    </message>
    <message>
        <source>there is no scope {0}; it is one of {1}</source>
        <translation>er is geen bereik {0}; het is een van {1}</translation>
    </message>
    <message>
        <source>there is no span group to train on: {0} is not written</source>
        <translation>er is geen labelgroep om op te trainen: {0} is niet geschreven</translation>
    </message>
    <message>
        <source>there is no span or open suggestion {0} in this document</source>
        <translation>er is geen label of open suggestie {0} in dit artikel</translation>
    </message>
    <message>
        <source>there is no span or suggestion {0} in this document</source>
        <translation>er is geen label of suggestie {0} in dit artikel</translation>
    </message>
    <message>
        <source>there is no span {0} in this document</source>
        <translation>er is geen label {0} in dit artikel</translation>
    </message>
    <message>
        <source>there is no status {0}; it is one of {1}</source>
        <translation>er is geen status {0}; het is een van {1}</translation>
    </message>
    <message>
        <source>there is no such field here</source>
        <translation>zo'n veld is er hier niet</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>zo'n instelling is er niet</translation>
    </message>
    <message>
        <source>there is no suggester {0}</source>
        <translation>niets dat suggesties geeft heet {0}</translation>
    </message>
    <message>
        <source>there is no suggestion {0} in this document</source>
        <translation>er is geen suggestie {0} in dit artikel</translation>
    </message>
    <message>
        <source>there is no table [{0}]</source>
        <translation>er is geen tabel [{0}]</translation>
    </message>
    <message>
        <source>there is no {0} in [colours]</source>
        <translation>er is geen {0} in [colours]</translation>
    </message>
    <message>
        <source>there is nothing to measure</source>
        <translation>er is niets te meten</translation>
    </message>
    <message>
        <source>there is nothing to {0}</source>
        <translation>er valt niets terug te nemen of te herhalen</translation>
    </message>
    <message>
        <source>they are of {0} version {1}</source>
        <translation>ze zijn van {0} versie {1}</translation>
    </message>
    <message>
        <source>they have other fields than this program knows</source>
        <translation>ze hebben andere velden dan dit programma kent</translation>
    </message>
    <message>
        <source>this is the event's last fragment; delete the event instead</source>
        <translation>dit is het laatste fragment van de gebeurtenis; verwijder de gebeurtenis</translation>
    </message>
    <message>
        <source>this place is decided already; undo, or change the span</source>
        <translation>over deze plaats is al beslist; maak het ongedaan, of wijzig het label</translation>
    </message>
    <message>
        <source>this place is decided already; undo, or choose one version</source>
        <translation>over deze plaats is al beslist; neem het terug, of kies één versie</translation>
    </message>
    <message>
        <source>this suggestion is decided already; undo, or change the span</source>
        <translation>over deze suggestie is al beslist; maak dat ongedaan, of verander het label</translation>
    </message>
    <message>
        <source>this suggestion is decided already; undo, or delete the span</source>
        <translation>over deze suggestie is al beslist; maak dat ongedaan, of verwijder het label</translation>
    </message>
    <message>
        <source>this version is decided already</source>
        <translation>over deze versie is al beslist</translation>
    </message>
    <message>
        <source>token {0} is not there</source>
        <translation>woord {0} is er niet</translation>
    </message>
    <message>
        <source>tokens {0} to {1} are not there</source>
        <translation>woorden {0} tot en met {1} zijn er niet</translation>
    </message>
    <message>
        <source>tokens {0} to {1} lie elsewhere than [{2}, {3})</source>
        <translation>woorden {0} tot en met {1} liggen ergens anders dan [{2}, {3})</translation>
    </message>
    <message>
        <source>train it again</source>
        <translation>laat het opnieuw leren</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true of false</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>probeer het opnieuw</translation>
    </message>
    <message>
        <source>try again, or open it read-only</source>
        <translation>probeer opnieuw, of open het alleen om te lezen</translation>
    </message>
    <message>
        <source>try again; --documents with the ids of the others leaves it out</source>
        <translation>probeer het opnieuw; --documents met de id's van de andere laat het weg</translation>
    </message>
    <message>
        <source>two documents have the same text</source>
        <translation>twee artikelen hebben dezelfde tekst</translation>
    </message>
    <message>
        <source>two things on one key: {0}</source>
        <translation>twee dingen op één toets: {0}</translation>
    </message>
    <message>
        <source>unpack it, and import the folder</source>
        <translation>pak het uit, en importeer de map</translation>
    </message>
    <message>
        <source>unpack it, and name the format of a file with --format</source>
        <translation>pak het uit, en noem het formaat van een bestand met --format</translation>
    </message>
    <message>
        <source>unpack the archive</source>
        <translation>pak het archief uit</translation>
    </message>
    <message>
        <source>unpack the outer one, and import the folder</source>
        <translation>pak het buitenste uit, en importeer de map</translation>
    </message>
    <message>
        <source>unpack the outermost one</source>
        <translation>pak het buitenste uit</translation>
    </message>
    <message>
        <source>update the program; nothing was taken over</source>
        <translation>werk het programma bij; er is niets overgenomen</translation>
    </message>
    <message>
        <source>update the program; the file was not touched</source>
        <translation>werk het programma bij; aan het bestand is niets veranderd</translation>
    </message>
    <message>
        <source>use --as with another name, or leave it out for {0}</source>
        <translation>gebruik een andere naam (--as), of laat die weg voor {0}</translation>
    </message>
    <message>
        <source>use --from with one of {0}</source>
        <translation>kies een van {0} (--from)</translation>
    </message>
    <message>
        <source>use `annotator export` instead</source>
        <translation>gebruik `annotator export`</translation>
    </message>
    <message>
        <source>use a code such as nl or en</source>
        <translation>gebruik een code zoals nl of en</translation>
    </message>
    <message>
        <source>use a role that the scheme gives the type</source>
        <translation>gebruik een rol die het schema aan de soort geeft</translation>
    </message>
    <message>
        <source>use another</source>
        <translation>gebruik een andere</translation>
    </message>
    <message>
        <source>use another; taken by commands are {0}</source>
        <translation>gebruik een andere; door opdrachten bezet zijn {0}</translation>
    </message>
    <message>
        <source>use at most {0}</source>
        <translation>gebruik er hoogstens {0}</translation>
    </message>
    <message>
        <source>use letters a-z, digits and _ . - and begin with a letter or digit: it becomes a file name</source>
        <translation>gebruik letters a-z, cijfers en _ . - en begin met een letter of cijfer: het wordt een bestandsnaam</translation>
    </message>
    <message>
        <source>use one of comma, semicolon and tab throughout</source>
        <translation>gebruik overal een van komma, puntkomma en tab</translation>
    </message>
    <message>
        <source>use one of {0}</source>
        <translation>gebruik een van {0}</translation>
    </message>
    <message>
        <source>use one small letter a-z or one digit, or leave key out</source>
        <translation>gebruik één kleine letter a-z of één cijfer, of laat key weg</translation>
    </message>
    <message>
        <source>use rules, or start without --safe-mode</source>
        <translation>gebruik rules, of start zonder --safe-mode</translation>
    </message>
    <message>
        <source>use what the scheme lists</source>
        <translation>gebruik wat het schema noemt</translation>
    </message>
    <message>
        <source>use {0}, or the path of a file</source>
        <translation>gebruik {0}, of het pad van een bestand</translation>
    </message>
    <message>
        <source>use {0}, or { light = "#rrggbb", dark = "#rrggbb" }</source>
        <translation>gebruik {0}, of { light = "#rrggbb", dark = "#rrggbb" }</translation>
    </message>
    <message>
        <source>use {0}, {1} or {2}NAME</source>
        <translation>gebruik {0}, {1} of {2}NAAM</translation>
    </message>
    <message>
        <source>uses {0} {1}, which the scheme does not have</source>
        <translation>gebruikt {0} {1}, dat het schema niet heeft</translation>
    </message>
    <message>
        <source>uses {0}, which the scheme has no more: spans {1}, documents {2}; add it again first</source>
        <translation>gebruikt {0}, dat het schema niet meer heeft: plaatsen {1}, artikelen {2}; voeg het eerst weer toe</translation>
    </message>
    <message>
        <source>value of this attribute</source>
        <translation>waarde van dit attribuut</translation>
    </message>
    <message>
        <source>version {0} of the scheme {1} is higher than {2}, the most to begin with</source>
        <translation>versie {0} van het schema {1} is hoger dan {2}, het hoogste om mee te beginnen</translation>
    </message>
    <message>
        <source>version {0} of {1}, and the project has version {2}</source>
        <translation>versie {0} van {1}, en het project heeft versie {2}</translation>
    </message>
    <message>
        <source>wait for it, or choose another folder</source>
        <translation>wacht daarop, of kies een andere map</translation>
    </message>
    <message>
        <source>was made here, on a document that was given out</source>
        <translation>is hier gemaakt, in een artikel dat was uitgedeeld</translation>
    </message>
    <message>
        <source>was made under version {0} of the scheme</source>
        <translation>is gemaakt onder versie {0} van het schema</translation>
    </message>
    <message>
        <source>was returned before and is not in this return</source>
        <translation>kwam eerder terug en zit niet in dit bestand</translation>
    </message>
    <message>
        <source>where the file does not say what stood between words, that is one space</source>
        <translation>waar het bestand niet zegt wat er tussen woorden stond, is dat één spatie</translation>
    </message>
    <message>
        <source>withdraw them with --withdraw-suggestions, or keep it</source>
        <translation>trek ze in met --withdraw-suggestions, of houd het</translation>
    </message>
    <message>
        <source>words marked “-” (nobody has said whether they are in an entity) are taken as in none</source>
        <translation>woorden met “-” (niemand heeft gezegd of ze in een entiteit staan) gelden als in geen</translation>
    </message>
    <message>
        <source>work went on in two copies of one project ({0})</source>
        <translation>er is verder gewerkt in twee kopieën van één project ({0})</translation>
    </message>
    <message>
        <source>would inflate from {0} to {1} bytes</source>
        <translation>zou uitgepakt van {0} naar {1} bytes gaan</translation>
    </message>
    <message>
        <source>write [[{0}]] above each entry</source>
        <translation>schrijf [[{0}]] boven elk onderdeel</translation>
    </message>
    <message>
        <source>write a list such as ["YES", "NO"]</source>
        <translation>schrijf een lijst zoals ["YES", "NO"]</translation>
    </message>
    <message>
        <source>write a lower number as its version; a project raises it by itself</source>
        <translation>schrijf een lager nummer als versie; een project verhoogt het zelf</translation>
    </message>
    <message>
        <source>write a number from {0} to {1}</source>
        <translation>schrijf een getal van {0} tot {1}</translation>
    </message>
    <message>
        <source>write it again with smaller row groups</source>
        <translation>schrijf het opnieuw met kleinere rijgroepen</translation>
    </message>
    <message>
        <source>write it as "#rrggbb", for example "#286ca9"</source>
        <translation>schrijf het als "#rrggbb", bijvoorbeeld "#286ca9"</translation>
    </message>
    <message>
        <source>write it on a line of its own</source>
        <translation>schrijf het op een eigen regel</translation>
    </message>
    <message>
        <source>write it, or shorten it</source>
        <translation>schrijf hem, of maak hem korter</translation>
    </message>
    <message>
        <source>write lines like PER = "PERSON", or MISC = "" to leave it out</source>
        <translation>schrijf regels als PER = "PERSON", of MISC = "" om het weg te laten</translation>
    </message>
    <message>
        <source>write the scheme out again, and make your changes in that file</source>
        <translation>schrijf het schema opnieuw uit, en breng uw wijzigingen in dat bestand aan</translation>
    </message>
    <message>
        <source>{0} adjudicates here and is not compared</source>
        <translation>{0} beoordeelt hier en wordt niet vergeleken</translation>
    </message>
    <message>
        <source>{0} annotates in this project and cannot adjudicate under that name</source>
        <translation>{0} annoteert in dit project en kan niet onder die naam beoordelen</translation>
    </message>
    <message>
        <source>{0} annotations on one word</source>
        <translation>{0} annotaties op één woord</translation>
    </message>
    <message>
        <source>{0} begins or ends with white space</source>
        <translation>{0} begint of eindigt met wit</translation>
    </message>
    <message>
        <source>{0} belongs to a project</source>
        <translation>{0} hoort bij een project</translation>
    </message>
    <message>
        <source>{0} bytes a page and {1} in all</source>
        <translation>{0} bytes per bladzijde en {1} in totaal</translation>
    </message>
    <message>
        <source>{0} cannot be made ({1})</source>
        <translation>{0} kan niet gemaakt worden (“{1}”)</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>{0} kan niet gelezen worden (“{1}”)</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} kan niet gelezen worden: “{1}”</translation>
    </message>
    <message>
        <source>{0} cannot be used</source>
        <translation>{0} kan niet gebruikt worden</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1})</source>
        <translation>{0} kan niet geschreven worden (“{1}”)</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} kan niet geschreven worden: “{1}”</translation>
    </message>
    <message>
        <source>{0} cannot be {1}</source>
        <translation>{0} kan niet {1} zijn</translation>
    </message>
    <message>
        <source>{0} cannot be {1}; it is one of {2}</source>
        <translation>{0} kan niet {1} zijn; het is een van {2}</translation>
    </message>
    <message>
        <source>{0} cells begin with ' so that no spreadsheet takes them for a formula</source>
        <translation>{0} cellen beginnen met ', zodat geen rekenblad ze voor een formule houdt</translation>
    </message>
    <message>
        <source>{0} cells have U+FFFD where a workbook cannot hold a character</source>
        <translation>{0} cellen hebben U+FFFD waar een werkmap een teken niet kan bevatten</translation>
    </message>
    <message>
        <source>{0} cells were cut after {1} characters</source>
        <translation>{0} cellen zijn afgekapt na {1} tekens</translation>
    </message>
    <message>
        <source>{0} columns, where the file has {1}</source>
        <translation>{0} kolommen, terwijl het bestand er {1} heeft</translation>
    </message>
    <message>
        <source>{0} columns, where the lines before have {1}</source>
        <translation>{0} kolommen, terwijl de regels ervoor er {1} hebben</translation>
    </message>
    <message>
        <source>{0} comes twice</source>
        <translation>{0} komt tweemaal voor</translation>
    </message>
    <message>
        <source>{0} did not survive its migration</source>
        <translation>{0} heeft de omzetting niet doorstaan</translation>
    </message>
    <message>
        <source>{0} documents are neither done nor skipped and have no answer: Prodigy trains on none</source>
        <translation>{0} artikelen zijn niet klaar en niet overgeslagen en hebben geen antwoord: Prodigy traint er op geen</translation>
    </message>
    <message>
        <source>{0} documents are not done: an O in their tags may be undecided (--only-done leaves them out)</source>
        <translation>{0} artikelen zijn niet klaar: een O in hun tags kan onbeslist zijn (--only-done laat ze weg)</translation>
    </message>
    <message>
        <source>{0} documents are not done: an O in them may be undecided (--only-done leaves them out)</source>
        <translation>{0} artikelen zijn niet klaar: een O erin kan onbeslist zijn (--only-done laat ze weg)</translation>
    </message>
    <message>
        <source>{0} documents are not done: their unlabelled tokens are missing values for ner, but spancat takes them for negatives (--only-done leaves them out)</source>
        <translation>{0} artikelen zijn niet klaar: hun tokens zonder label zijn voor ner ontbrekende waarden, maar spancat houdt ze voor negatieve (--only-done laat ze weg)</translation>
    </message>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} bestaat niet</translation>
    </message>
    <message>
        <source>{0} does not verify: {1}</source>
        <translation>{0} klopt niet: {1}</translation>
    </message>
    <message>
        <source>{0} gave a suggestion for {1} that does not fit: {2}</source>
        <translation>{0} gaf voor {1} een suggestie die niet past: {2}</translation>
    </message>
    <message>
        <source>{0} has document {1} already</source>
        <translation>{0} heeft artikel {1} al</translation>
    </message>
    <message>
        <source>{0} has more than {1} bytes</source>
        <translation>{0} heeft meer dan {1} bytes</translation>
    </message>
    <message>
        <source>{0} has more than {1} operations</source>
        <translation>{0} heeft meer dan {1} bewerkingen</translation>
    </message>
    <message>
        <source>{0} has no answer yet</source>
        <translation>{0} heeft nog geen antwoord</translation>
    </message>
    <message>
        <source>{0} has no identity or no scheme</source>
        <translation>{0} heeft geen identiteit of geen schema</translation>
    </message>
    <message>
        <source>{0} has no role {1}</source>
        <translation>{0} heeft geen rol {1}</translation>
    </message>
    <message>
        <source>{0} has no role {1}; it has {2}</source>
        <translation>{0} heeft geen rol {1}; wel {2}</translation>
    </message>
    <message>
        <source>{0} has not finished any document</source>
        <translation>{0} heeft nog geen artikel af</translation>
    </message>
    <message>
        <source>{0} has nothing here</source>
        <translation>{0} heeft hier niets</translation>
    </message>
    <message>
        <source>{0} has schema version {1} and must be brought to {2} first</source>
        <translation>{0} heeft schemaversie {1} en moet eerst naar {2} gebracht worden</translation>
    </message>
    <message>
        <source>{0} has schema version {1}; annotator {2} knows versions up to {3}</source>
        <translation>{0} heeft schemaversie {1}; annotator {2} kent versies tot {3}</translation>
    </message>
    <message>
        <source>{0} has something before, between or behind its parts</source>
        <translation>{0} heeft iets voor, tussen of achter zijn delen</translation>
    </message>
    <message>
        <source>{0} has white space or a control character</source>
        <translation>{0} heeft witruimte of een stuurteken</translation>
    </message>
    <message>
        <source>{0} has worked on documents that were not assigned: {1} ({2})</source>
        <translation>{0} heeft gewerkt aan artikelen die niet toegewezen waren: {1} ({2})</translation>
    </message>
    <message>
        <source>{0} has {1} bytes; the limit is {2}</source>
        <translation>{0} heeft {1} bytes; de grens is {2}</translation>
    </message>
    <message>
        <source>{0} has {1} names on the disk (hard links), and can be written under none of them</source>
        <translation>{0} heeft {1} namen op de schijf (harde koppelingen), en is onder geen daarvan te schrijven</translation>
    </message>
    <message>
        <source>{0} has {1} parts, at most {2} are taken</source>
        <translation>{0} heeft {1} delen, hoogstens {2} worden aangenomen</translation>
    </message>
    <message>
        <source>{0} holds events</source>
        <translation>{0} bevat gebeurtenissen</translation>
    </message>
    <message>
        <source>{0} holds events; use create_event</source>
        <translation>{0} bevat gebeurtenissen; gebruik create_event</translation>
    </message>
    <message>
        <source>{0} holds no events</source>
        <translation>{0} bevat geen gebeurtenissen</translation>
    </message>
    <message>
        <source>{0} holds no tags throughout: not read</source>
        <translation>{0} bevat niet overal labels: niet gelezen</translation>
    </message>
    <message>
        <source>{0} holds numbers, whose labels the file does not say: not read</source>
        <translation>{0} bevat nummers waarvan het bestand de labels niet noemt: niet gelezen</translation>
    </message>
    <message>
        <source>{0} holds spans</source>
        <translation>{0} bevat stukken</translation>
    </message>
    <message>
        <source>{0} inflates to more than {1} bytes</source>
        <translation>{0} wordt uitgepakt meer dan {1} bytes</translation>
    </message>
    <message>
        <source>{0} is a command's key</source>
        <translation>{0} is de toets van een opdracht</translation>
    </message>
    <message>
        <source>{0} is a database of another program</source>
        <translation>{0} is een gegevensbank van een ander programma</translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation>{0} is een map</translation>
    </message>
    <message>
        <source>{0} is a project</source>
        <translation>{0} is een project</translation>
    </message>
    <message>
        <source>{0} is a project of other articles</source>
        <translation>{0} is een project van andere artikelen</translation>
    </message>
    <message>
        <source>{0} is a project; an export does not replace it</source>
        <translation>{0} is een project; een export vervangt dat niet</translation>
    </message>
    <message>
        <source>{0} is an archive of a kind that is not known</source>
        <translation>{0} is een archief van een soort die niet bekend is</translation>
    </message>
    <message>
        <source>{0} is busy in another process</source>
        <translation>{0} is bezet door een ander proces</translation>
    </message>
    <message>
        <source>{0} is damaged ({1})</source>
        <translation>{0} is beschadigd (“{1}”)</translation>
    </message>
    <message>
        <source>{0} is filled by {1}, which is no entity of the document</source>
        <translation>{0} is ingevuld met {1}, dat geen entiteit van het artikel is</translation>
    </message>
    <message>
        <source>{0} is held by {1}</source>
        <translation>{0} wordt vastgehouden door {1}</translation>
    </message>
    <message>
        <source>{0} is in no format that is known</source>
        <translation>{0} heeft geen formaat dat bekend is</translation>
    </message>
    <message>
        <source>{0} is kept for the program</source>
        <translation>{0} is voor het programma gereserveerd</translation>
    </message>
    <message>
        <source>{0} is larger than {1} bytes</source>
        <translation>{0} is groter dan {1} bytes</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} ontbreekt</translation>
    </message>
    <message>
        <source>{0} is missing or empty</source>
        <translation>{0} ontbreekt of is leeg</translation>
    </message>
    <message>
        <source>{0} is no DocBin: {1}</source>
        <translation>{0} is geen DocBin: “{1}”</translation>
    </message>
    <message>
        <source>{0} is no annotator's name: those annotations are recorded as import</source>
        <translation>{0} is geen naam van een annotator: die annotaties staan op naam van import</translation>
    </message>
    <message>
        <source>{0} is no backup ({1})</source>
        <translation>{0} is geen reservekopie (“{1}”)</translation>
    </message>
    <message>
        <source>{0} is no colour</source>
        <translation>{0} is geen kleur</translation>
    </message>
    <message>
        <source>{0} is no event</source>
        <translation>{0} is geen gebeurtenis</translation>
    </message>
    <message>
        <source>{0} is no key</source>
        <translation>{0} is geen toets</translation>
    </message>
    <message>
        <source>{0} is no kind of layer</source>
        <translation>{0} is geen soort laag</translation>
    </message>
    <message>
        <source>{0} is no language</source>
        <translation>{0} is geen taal</translation>
    </message>
    <message>
        <source>{0} is no learned suggester that can be used: {1}</source>
        <translation>{0} bevat niets geleerds dat te gebruiken is: “{1}”</translation>
    </message>
    <message>
        <source>{0} is no name of a pipeline package</source>
        <translation>{0} is geen naam van een pipeline-pakket</translation>
    </message>
    <message>
        <source>{0} is no package to work on</source>
        <translation>{0} is geen pakket om aan te werken</translation>
    </message>
    <message>
        <source>{0} is no reason</source>
        <translation>{0} is geen reden</translation>
    </message>
    <message>
        <source>{0} is no returned work</source>
        <translation>{0} is geen ingeleverd werk</translation>
    </message>
    <message>
        <source>{0} is no row (1-1, 0-5, word, …)</source>
        <translation>{0} is geen rij (1-1, 0-5, woord, …)</translation>
    </message>
    <message>
        <source>{0} is no tag (O, B-…, I-…)</source>
        <translation>{0} is geen label (O, B-…, I-…)</translation>
    </message>
    <message>
        <source>{0} is no tag (O, B-…, I-…, L-…, U-…)</source>
        <translation>{0} is geen tag (O, B-…, I-…, L-…, U-…)</translation>
    </message>
    <message>
        <source>{0} is no trigger of the type {1}</source>
        <translation>{0} is geen trigger van de soort {1}</translation>
    </message>
    <message>
        <source>{0} is no word with a tag (O, B-…, I-…)</source>
        <translation>{0} is geen woord met een label (O, B-…, I-…)</translation>
    </message>
    <message>
        <source>{0} is no work package ({1})</source>
        <translation>{0} is geen werkpakket (“{1}”)</translation>
    </message>
    <message>
        <source>{0} is no work package, or is cut off</source>
        <translation>{0} is geen werkpakket, of is afgekapt</translation>
    </message>
    <message>
        <source>{0} is none of {1}</source>
        <translation>{0} is geen van {1}</translation>
    </message>
    <message>
        <source>{0} is not 1 to 64 letters, digits or _ . : -</source>
        <translation>{0} is niet 1 tot 64 letters, cijfers of _ . : -</translation>
    </message>
    <message>
        <source>{0} is not UTF-8</source>
        <translation>{0} is geen UTF-8</translation>
    </message>
    <message>
        <source>{0} is not a file</source>
        <translation>{0} is geen bestand</translation>
    </message>
    <message>
        <source>{0} is not an annotator project</source>
        <translation>{0} is geen project van annotator</translation>
    </message>
    <message>
        <source>{0} is not assigned with this text</source>
        <translation>{0} is niet met deze tekst toegewezen</translation>
    </message>
    <message>
        <source>{0} is not the head of WebAnno TSV 3</source>
        <translation>{0} is niet het begin van WebAnno TSV 3</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>{0} is er niet</translation>
    </message>
    <message>
        <source>{0} is not what the manifest says</source>
        <translation>{0} is niet wat het manifest zegt</translation>
    </message>
    <message>
        <source>{0} is not where `start` and `end` put it: {1}</source>
        <translation>{0} staat niet waar `start` en `end` zeggen: {1}</translation>
    </message>
    <message>
        <source>{0} is open read-only</source>
        <translation>{0} is alleen om te lezen open</translation>
    </message>
    <message>
        <source>{0} is out of order or outside</source>
        <translation>{0} valt buiten de volgorde of de tekst</translation>
    </message>
    <message>
        <source>{0} is out of order or outside the text</source>
        <translation>{0} staat niet in volgorde of ligt buiten de tekst</translation>
    </message>
    <message>
        <source>{0} is outside of the text</source>
        <translation>{0} valt buiten de tekst</translation>
    </message>
    <message>
        <source>{0} is outside of the text, or halves a character</source>
        <translation>{0} valt buiten de tekst, of halveert een teken</translation>
    </message>
    <message>
        <source>{0} is the key of {1} already</source>
        <translation>{0} is al de toets van {1}</translation>
    </message>
    <message>
        <source>{0} is the trigger of two events</source>
        <translation>{0} is de trigger van twee gebeurtenissen</translation>
    </message>
    <message>
        <source>{0} is the work package that went out, not the work that comes back</source>
        <translation>{0} is het werkpakket dat is uitgedeeld, niet het bestand dat een annotator inlevert</translation>
    </message>
    <message>
        <source>{0} is there already</source>
        <translation>{0} is er al</translation>
    </message>
    <message>
        <source>{0} is there and is no backup of this project</source>
        <translation>{0} is er en is geen reservekopie van dit project</translation>
    </message>
    <message>
        <source>{0} is there and is no return</source>
        <translation>{0} is er en is geen teruggave</translation>
    </message>
    <message>
        <source>{0} is used twice in this annotation</source>
        <translation>{0} is twee keer gebruikt in deze annotatie</translation>
    </message>
    <message>
        <source>{0} is used twice in this document</source>
        <translation>{0} komt twee keer voor in dit artikel</translation>
    </message>
    <message>
        <source>{0} is work that was handed in, not a package to work on</source>
        <translation>{0} is ingeleverd werk, geen pakket om aan te werken</translation>
    </message>
    <message>
        <source>{0} is write-protected</source>
        <translation>{0} is tegen schrijven beveiligd</translation>
    </message>
    <message>
        <source>{0} leads nowhere</source>
        <translation>{0} leidt nergens heen</translation>
    </message>
    <message>
        <source>{0} must be a list of at most {1} chords</source>
        <translation>{0} moet een lijst van hoogstens {1} toetsen zijn</translation>
    </message>
    <message>
        <source>{0} names a structure that is not there</source>
        <translation>{0} wijst naar een structuur die er niet is</translation>
    </message>
    <message>
        <source>{0} names {1} {2}, which is no span</source>
        <translation>{0} wijst naar {1} {2}, dat geen label in de tekst is</translation>
    </message>
    <message>
        <source>{0} names {1}, which is not there</source>
        <translation>{0} noemt {1}, dat er niet is</translation>
    </message>
    <message>
        <source>{0} of this event is still open: decide “{1}” first</source>
        <translation>{0} van deze gebeurtenis is nog open: beslis eerst over “{1}”</translation>
    </message>
    <message>
        <source>{0} of {1} columns: the row is cut off</source>
        <translation>{0} van {1} kolommen: de rij is afgebroken</translation>
    </message>
    <message>
        <source>{0} of {1} is filled by {2}, which does not exist</source>
        <translation>{0} van {1} is ingevuld met {2}, dat niet bestaat</translation>
    </message>
    <message>
        <source>{0} overlaps {1} on the flat layer {2}</source>
        <translation>{0} overlapt {1} op de vlakke laag {2}</translation>
    </message>
    <message>
        <source>{0} refused spans are in doc.spans[{1}] for ner</source>
        <translation>{0} verworpen labels staan voor ner in doc.spans[{1}]</translation>
    </message>
    <message>
        <source>{0} refused spans are off the tokens, of another layer, or labelled so after all; left out</source>
        <translation>{0} verworpen labels vallen niet op de tokens, zijn van een andere laag, of zijn toch zo gelabeld; weggelaten</translation>
    </message>
    <message>
        <source>{0} rejected suggestions are left out; the jsonl format has them</source>
        <translation>{0} verworpen suggesties zijn weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>{0} remarks are left out; the jsonl format has them</source>
        <translation>{0} opmerkingen zijn weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>{0} roles for {1} targets in {2}</source>
        <translation>{0} rollen voor {1} doelen in {2}</translation>
    </message>
    <message>
        <source>{0} roles of events are left out; the jsonl format has them</source>
        <translation>{0} rollen van gebeurtenissen zijn weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>{0} should be a list of references</source>
        <translation>{0} moet een lijst van verwijzingen zijn</translation>
    </message>
    <message>
        <source>{0} should be a number, is {1}</source>
        <translation>{0} moet een getal zijn, is {1}</translation>
    </message>
    <message>
        <source>{0} should be a string</source>
        <translation>{0} moet tekst zijn</translation>
    </message>
    <message>
        <source>{0} should be an integer, is {1}</source>
        <translation>{0} moet een geheel getal zijn, is {1}</translation>
    </message>
    <message>
        <source>{0} stands in line {1} with another text</source>
        <translation>{0} staat in regel {1} met een andere tekst</translation>
    </message>
    <message>
        <source>{0} tokens have “_” where the text has white space, or where “{1}” begins</source>
        <translation>{0} tokens hebben “_” waar de tekst witruimte heeft, of waar “{1}” begint</translation>
    </message>
    <message>
        <source>{0} versions of annotators that were not taken are left out; the jsonl format has them</source>
        <translation>{0} versies van annotatoren die niet genomen zijn, zijn weggelaten; het formaat jsonl heeft ze</translation>
    </message>
    <message>
        <source>{0} was made by a newer program: version {1} of packages, where this one knows {2}</source>
        <translation>{0} komt van een nieuwer programma: pakketversie {1}, terwijl dit programma {2} kent</translation>
    </message>
    <message>
        <source>{0} was made from a work package, whose scheme is the lead's</source>
        <translation>{0} is van een werkpakket gemaakt, waarvan het schema van de leiding is</translation>
    </message>
    <message>
        <source>{0} was moved, deleted or replaced while it was open</source>
        <translation>{0} is verplaatst, verwijderd of vervangen terwijl het open was</translation>
    </message>
    <message>
        <source>{0} was moved, deleted or replaced while it was open; all that was decided is in {1} beside it</source>
        <translation>{0} is verplaatst, verwijderd of vervangen terwijl het open was; alles wat beslist is staat in {1} ernaast</translation>
    </message>
    <message>
        <source>{0} was not made from a work package</source>
        <translation>{0} komt niet uit een werkpakket</translation>
    </message>
    <message>
        <source>{0} where {1} should</source>
        <translation>{0} waar {1} moet staan</translation>
    </message>
    <message>
        <source>{0} would be read with the parts beside it</source>
        <translation>{0} zou meegelezen worden met de delen ernaast</translation>
    </message>
    <message>
        <source>{0} would be too large ({1})</source>
        <translation>{0} zou te groot worden (“{1}”)</translation>
    </message>
    <message>
        <source>{0} would exceed {1} bytes</source>
        <translation>{0} zou meer dan {1} bytes beslaan</translation>
    </message>
    <message>
        <source>{0} {1} was changed from elsewhere in between</source>
        <translation>{0} {1} is intussen van elders veranderd</translation>
    </message>
    <message>
        <source>{0} × U+FFFD: characters were lost before this file was written</source>
        <translation>{0} × U+FFFD: er waren al tekens verloren voor dit bestand geschreven werd</translation>
    </message>
    <message>
        <source>{0}, after row {1}: no readable Parquet: {2}</source>
        <translation>{0}, na rij {1}: geen leesbare Parquet: “{2}”</translation>
    </message>
    <message>
        <source>{0}, at document {1} of {2} characters</source>
        <translation>{0}, bij artikel {1} van {2} tekens</translation>
    </message>
    <message>
        <source>{0}, line {1}, column {2}: {3}</source>
        <translation>{0}, regel {1}, kolom {2}: “{3}”</translation>
    </message>
    <message>
        <source>{0}, line {1}: a character that is no Unicode text (lone surrogate)</source>
        <translation>{0}, regel {1}: een teken dat geen Unicode-tekst is (losse surrogaat)</translation>
    </message>
    <message>
        <source>{0}, line {1}: more than {2} names joined by dots</source>
        <translation>{0}, regel {1}: meer dan {2} namen met punten verbonden</translation>
    </message>
    <message>
        <source>{0}, line {1}: not UTF-8 (byte 0x{2})</source>
        <translation>{0}, regel {1}: geen UTF-8 (byte 0x{2})</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}, at the end of the file</source>
        <translation>{0}, regel {1}: “{2}”, aan het einde van het bestand</translation>
    </message>
    <message>
        <source>{0}, read back: &lt;{1}&gt; should not be there</source>
        <translation>{0}, teruggelezen: &lt;{1}&gt; hoort er niet te staan</translation>
    </message>
    <message>
        <source>{0}, read back: article {1} has another text</source>
        <translation>{0}, teruggelezen: artikel {1} heeft een andere tekst</translation>
    </message>
    <message>
        <source>{0}, read back: the mark {1} is broken</source>
        <translation>{0}, teruggelezen: de markering {1} is stuk</translation>
    </message>
    <message>
        <source>{0}, read back: {1}</source>
        <translation>{0}, teruggelezen: {1}</translation>
    </message>
    <message>
        <source>{0}, row {1}: inflates to {2} bytes</source>
        <translation>{0}, rij {1}: wordt uitgepakt {2} bytes</translation>
    </message>
    <message>
        <source>{0}, sheet {1}, row {2}: a formula</source>
        <translation>{0}, blad {1}, rij {2}: een formule</translation>
    </message>
    <message>
        <source>{0}, {1}: tags: {2}, words: {3}</source>
        <translation>{0}, {1}: tags: {2}, woorden: {3}</translation>
    </message>
    <message>
        <source>{0}: 1 cell, where the header has {1} columns</source>
        <translation>{0}: 1 cel, waar de kop {1} kolommen heeft</translation>
    </message>
    <message>
        <source>{0}: 1 character outside of the article is left out</source>
        <translation>{0}: 1 teken buiten het artikel is weggelaten</translation>
    </message>
    <message>
        <source>{0}: 1 control character of its fonts is left out</source>
        <translation>{0}: 1 stuurteken van de lettertypen is weggelaten</translation>
    </message>
    <message>
        <source>{0}: JSONL cannot be read as {1}</source>
        <translation>{0}: JSONL kan niet als {1} gelezen worden</translation>
    </message>
    <message>
        <source>{0}: a name that leads out of the archive</source>
        <translation>{0}: een naam die uit het archief leidt</translation>
    </message>
    <message>
        <source>{0}: an archive in an archive</source>
        <translation>{0}: een archief in een archief</translation>
    </message>
    <message>
        <source>{0}: an archive in an archive in an archive</source>
        <translation>{0}: een archief in een archief in een archief</translation>
    </message>
    <message>
        <source>{0}: another export is being written there</source>
        <translation>{0}: daar wordt een andere export geschreven</translation>
    </message>
    <message>
        <source>{0}: attribute {1} = {2}</source>
        <translation>{0}: attribuut {1} = {2}</translation>
    </message>
    <message>
        <source>{0}: cannot be read as HTML: {1}</source>
        <translation>{0}: kan niet als HTML gelezen worden: “{1}”</translation>
    </message>
    <message>
        <source>{0}: character {1} is a {2}</source>
        <translation>{0}: teken {1} is een {2}</translation>
    </message>
    <message>
        <source>{0}: damaged: {1}</source>
        <translation>{0}: beschadigd: “{1}”</translation>
    </message>
    <message>
        <source>{0}: damaged: {1}: {2}</source>
        <translation>{0}: beschadigd: “{1}: {2}”</translation>
    </message>
    <message>
        <source>{0}: elements are nested more than {1} deep</source>
        <translation>{0}: elementen staan meer dan {1} diep in elkaar</translation>
    </message>
    <message>
        <source>{0}: has {1} members, at most {2} are taken</source>
        <translation>{0}: heeft {1} onderdelen, hoogstens {2} gaan mee</translation>
    </message>
    <message>
        <source>{0}: holds no article</source>
        <translation>{0}: bevat geen artikel</translation>
    </message>
    <message>
        <source>{0}: holds no text</source>
        <translation>{0}: bevat geen tekst</translation>
    </message>
    <message>
        <source>{0}: holds no text; it may be a scan</source>
        <translation>{0}: bevat geen tekst; het is misschien een scan</translation>
    </message>
    <message>
        <source>{0}: holds no words</source>
        <translation>{0}: bevat geen woorden</translation>
    </message>
    <message>
        <source>{0}: holds too many small things</source>
        <translation>{0}: bevat te veel kleine dingen</translation>
    </message>
    <message>
        <source>{0}: inflates to more than {1}</source>
        <translation>{0}: wordt uitgepakt meer dan {1}</translation>
    </message>
    <message>
        <source>{0}: inflates to more than {1} bytes</source>
        <translation>{0}: pakt uit tot meer dan {1} bytes</translation>
    </message>
    <message>
        <source>{0}: is encrypted</source>
        <translation>{0}: is versleuteld</translation>
    </message>
    <message>
        <source>{0}: is no PDF</source>
        <translation>{0}: is geen PDF</translation>
    </message>
    <message>
        <source>{0}: is no Word document (it has no {1})</source>
        <translation>{0}: is geen Word-document (het heeft geen {1})</translation>
    </message>
    <message>
        <source>{0}: is not UTF-8 (byte {1})</source>
        <translation>{0}: is geen UTF-8 (byte {1})</translation>
    </message>
    <message>
        <source>{0}: is not in the archive</source>
        <translation>{0}: zit niet in het archief</translation>
    </message>
    <message>
        <source>{0}: is not utf-8 (byte {1})</source>
        <translation>{0}: is geen utf-8 (byte {1})</translation>
    </message>
    <message>
        <source>{0}: is not utf-8 at byte {1}</source>
        <translation>{0}: is geen utf-8 op byte {1}</translation>
    </message>
    <message>
        <source>{0}: is not {1} (byte {2} of the line)</source>
        <translation>{0}: is geen {1} (byte {2} van de regel)</translation>
    </message>
    <message>
        <source>{0}: its parts are nested too deep</source>
        <translation>{0}: de delen staan te diep in elkaar</translation>
    </message>
    <message>
        <source>{0}: its text is not that of document {1}</source>
        <translation>{0}: de tekst is niet die van artikel {1}</translation>
    </message>
    <message>
        <source>{0}: its text is not that of {1}</source>
        <translation>{0}: de tekst is niet die van {1}</translation>
    </message>
    <message>
        <source>{0}: layer {1} with label {2} is not in scheme {3}</source>
        <translation>{0}: laag {1} met label {2} staat niet in schema {3}</translation>
    </message>
    <message>
        <source>{0}: longer than {1} bytes</source>
        <translation>{0}: langer dan {1} bytes</translation>
    </message>
    <message>
        <source>{0}: looks like UTF-16 or UTF-32</source>
        <translation>{0}: lijkt op UTF-16 of UTF-32</translation>
    </message>
    <message>
        <source>{0}: looks like {1}</source>
        <translation>{0}: lijkt op {1}</translation>
    </message>
    <message>
        <source>{0}: more than {1} annotations</source>
        <translation>{0}: meer dan {1} annotaties</translation>
    </message>
    <message>
        <source>{0}: more than {1} elements</source>
        <translation>{0}: meer dan {1} elementen</translation>
    </message>
    <message>
        <source>{0}: more than {1} spans</source>
        <translation>{0}: meer dan {1} stukken</translation>
    </message>
    <message>
        <source>{0}: more than {1} structures</source>
        <translation>{0}: meer dan {1} structuren</translation>
    </message>
    <message>
        <source>{0}: more than {1} types</source>
        <translation>{0}: meer dan {1} typen</translation>
    </message>
    <message>
        <source>{0}: neither UTF-8 (byte {1}) nor cp1252 (byte {2} is 0x{3})</source>
        <translation>{0}: noch UTF-8 (byte {1}) noch cp1252 (byte {2} is 0x{3})</translation>
    </message>
    <message>
        <source>{0}: nested more than {1} levels deep</source>
        <translation>{0}: meer dan {1} niveaus diep genest</translation>
    </message>
    <message>
        <source>{0}: no readable zip archive: {1}</source>
        <translation>{0}: geen leesbaar zip-archief: “{1}”</translation>
    </message>
    <message>
        <source>{0}: no valid JSON: {1} ({2})</source>
        <translation>{0}: geen geldige JSON ({2}): “{1}”</translation>
    </message>
    <message>
        <source>{0}: not UTF-8 (byte {1}); as cp1252 it has {2}: “{3}”</source>
        <translation>{0}: geen UTF-8 (byte {1}); als cp1252 heeft het {2}: “{3}”</translation>
    </message>
    <message>
        <source>{0}: not in scheme {1}: {2}</source>
        <translation>{0}: niet in schema {1}: {2}</translation>
    </message>
    <message>
        <source>{0}: nothing in this archive is in a format that is known</source>
        <translation>{0}: niets in dit archief heeft een formaat dat bekend is</translation>
    </message>
    <message>
        <source>{0}: row group {1} has {2} values in lists, at most {3} are taken</source>
        <translation>{0}: rijgroep {1} heeft {2} waarden in lijsten; hoogstens {3} worden aangenomen</translation>
    </message>
    <message>
        <source>{0}: row group {1} inflates to {2} bytes, at most {3} are taken</source>
        <translation>{0}: rijgroep {1} wordt uitgepakt {2} bytes, er worden er hoogstens {3} genomen</translation>
    </message>
    <message>
        <source>{0}: should be a text and its annotations, is {1}</source>
        <translation>{0}: hoort een tekst met zijn annotaties te zijn, is {1}</translation>
    </message>
    <message>
        <source>{0}: should be a text with its annotations, is {1}</source>
        <translation>{0}: hoort een tekst met annotaties te zijn, is {1}</translation>
    </message>
    <message>
        <source>{0}: should be start, end and label, is {1}</source>
        <translation>{0}: hoort begin, eind en label te zijn, is {1}</translation>
    </message>
    <message>
        <source>{0}: spaCy cannot read a tag: {1}</source>
        <translation>{0}: spaCy kan een tag niet lezen: “{1}”</translation>
    </message>
    <message>
        <source>{0}: span {1} covers another text</source>
        <translation>{0}: stuk {1} beslaat een andere tekst</translation>
    </message>
    <message>
        <source>{0}: stands twice in the archive</source>
        <translation>{0}: staat twee keer in het archief</translation>
    </message>
    <message>
        <source>{0}: start, end and fragments differ</source>
        <translation>{0}: start, end en fragments verschillen</translation>
    </message>
    <message>
        <source>{0}: status {1}</source>
        <translation>{0}: status {1}</translation>
    </message>
    <message>
        <source>{0}: the %ID {1} stands twice</source>
        <translation>{0}: de %ID {1} staat er twee keer</translation>
    </message>
    <message>
        <source>{0}: the column {1} is empty</source>
        <translation>{0}: de kolom {1} is leeg</translation>
    </message>
    <message>
        <source>{0}: the column {1} stands twice</source>
        <translation>{0}: de kolom {1} staat er twee keer</translation>
    </message>
    <message>
        <source>{0}: the escape of half a surrogate pair (\u{1})</source>
        <translation>{0}: de code van een half surrogaatpaar (\u{1})</translation>
    </message>
    <message>
        <source>{0}: the file takes more than {1} seconds to read</source>
        <translation>{0}: het lezen van het bestand duurt langer dan {1} seconden</translation>
    </message>
    <message>
        <source>{0}: the id {1} is used in line {2} too</source>
        <translation>{0}: de id {1} staat ook in regel {2}</translation>
    </message>
    <message>
        <source>{0}: the id {1} stands in line {2} with another text</source>
        <translation>{0}: de id {1} staat in regel {2} met een andere tekst</translation>
    </message>
    <message>
        <source>{0}: the id {1} stands twice</source>
        <translation>{0}: de id {1} staat er twee keer</translation>
    </message>
    <message>
        <source>{0}: the id {1} stands twice, over two texts</source>
        <translation>{0}: de id {1} staat er twee keer, bij twee teksten</translation>
    </message>
    <message>
        <source>{0}: the name is not UTF-8</source>
        <translation>{0}: de naam is geen UTF-8</translation>
    </message>
    <message>
        <source>{0}: the table is empty</source>
        <translation>{0}: de tabel is leeg</translation>
    </message>
    <message>
        <source>{0}: the text has {1} characters, where an article may have {2}</source>
        <translation>{0}: de tekst heeft {1} tekens, een artikel mag er {2} hebben</translation>
    </message>
    <message>
        <source>{0}: the text is not the one that was written</source>
        <translation>{0}: de tekst is niet die welke geschreven is</translation>
    </message>
    <message>
        <source>{0}: the text of {1} has another hash</source>
        <translation>{0}: de tekst van {1} heeft een andere hash</translation>
    </message>
    <message>
        <source>{0}: the word {1} does not follow in the text</source>
        <translation>{0}: het woord {1} volgt niet in de tekst</translation>
    </message>
    <message>
        <source>{0}: the {1} has {2} characters</source>
        <translation>{0}: {1} heeft {2} tekens</translation>
    </message>
    <message>
        <source>{0}: there is no tab after the id {1}</source>
        <translation>{0}: er staat geen tab na de id {1}</translation>
    </message>
    <message>
        <source>{0}: too many columns, or a column twice</source>
        <translation>{0}: te veel kolommen, of een kolom twee keer</translation>
    </message>
    <message>
        <source>{0}: would inflate to {1} bytes, at most {2} are taken</source>
        <translation>{0}: zou uitpakken tot {1} bytes, hoogstens {2} kan</translation>
    </message>
    <message>
        <source>{0}: {1} and {2} overlap in the flat layer {3}</source>
        <translation>{0}: {1} en {2} overlappen in de platte laag {3}</translation>
    </message>
    <message>
        <source>{0}: {1} bytes, where {2} may have {3}</source>
        <translation>{0}: {1} bytes, terwijl {2} er {3} mag hebben</translation>
    </message>
    <message>
        <source>{0}: {1} cannot be read in an archive</source>
        <translation>{0}: {1} kan niet in een archief gelezen worden</translation>
    </message>
    <message>
        <source>{0}: {1} cells, where the header has {2} columns</source>
        <translation>{0}: {1} cellen, waar de kop {2} kolommen heeft</translation>
    </message>
    <message>
        <source>{0}: {1} characters outside of the article are left out</source>
        <translation>{0}: {1} tekens buiten het artikel zijn weggelaten</translation>
    </message>
    <message>
        <source>{0}: {1} columns, where a table may have {2}</source>
        <translation>{0}: {1} kolommen, waar een tabel er {2} mag hebben</translation>
    </message>
    <message>
        <source>{0}: {1} control characters of its fonts are left out</source>
        <translation>{0}: {1} stuurtekens van de lettertypen zijn weggelaten</translation>
    </message>
    <message>
        <source>{0}: {1} has more than {2} bytes</source>
        <translation>{0}: {1} heeft meer dan {2} bytes</translation>
    </message>
    <message>
        <source>{0}: {1} is filled and said to be not mentioned</source>
        <translation>{0}: {1} is gevuld, en er staat ook dat niets genoemd is</translation>
    </message>
    <message>
        <source>{0}: {1} is no annotation of brat's</source>
        <translation>{0}: {1} is geen annotatie van brat</translation>
    </message>
    <message>
        <source>{0}: {1} is no chord ({2})</source>
        <translation>{0}: {1} is geen toets ({2})</translation>
    </message>
    <message>
        <source>{0}: {1} lines, where an article may have {2}</source>
        <translation>{0}: {1} regels, terwijl een artikel er {2} mag hebben</translation>
    </message>
    <message>
        <source>{0}: {1} members, at most {2} are taken</source>
        <translation>{0}: {1} onderdelen, hoogstens {2} kan</translation>
    </message>
    <message>
        <source>{0}: {1} pages, at most {2} are taken</source>
        <translation>{0}: {1} bladzijden, er worden er hoogstens {2} genomen</translation>
    </message>
    <message>
        <source>{0}: {1} points at {2}</source>
        <translation>{0}: {1} wijst naar {2}</translation>
    </message>
    <message>
        <source>{0}: {1} should stand for a string</source>
        <translation>{0}: {1} moet voor een tekst staan</translation>
    </message>
    <message>
        <source>{0}: {1} spans, at most {2} are taken</source>
        <translation>{0}: {1} labels, hoogstens {2} gaan mee</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}: another text</source>
        <translation>{0}: {1}, {2}: een andere tekst</translation>
    </message>
    <message>
        <source>{0}:1: the delimiter is not clear</source>
        <translation>{0}:1: het scheidingsteken is niet duidelijk</translation>
    </message>
    <message>
        <source>{0}:{1}, read back: {2}</source>
        <translation>{0}:{1}, teruggelezen: {2}</translation>
    </message>
    <message>
        <source>{0}:{1}: a line over {2} bytes</source>
        <translation>{0}:{1}: een regel van meer dan {2} bytes</translation>
    </message>
    <message>
        <source>{0}:{1}: elements are nested more than {2} deep</source>
        <translation>{0}:{1}: elementen zijn meer dan {2} diep genest</translation>
    </message>
    <message>
        <source>{0}:{1}: has a document type (DTD), which could name other files</source>
        <translation>{0}:{1}: heeft een documenttype (DTD), dat andere bestanden zou kunnen noemen</translation>
    </message>
    <message>
        <source>{0}:{1}: is no type system</source>
        <translation>{0}:{1}: is geen typesysteem</translation>
    </message>
    <message>
        <source>{0}:{1}: more than {2} characters in one document</source>
        <translation>{0}:{1}: meer dan {2} tekens in één document</translation>
    </message>
    <message>
        <source>{0}:{1}: more than {2} columns</source>
        <translation>{0}:{1}: meer dan {2} kolommen</translation>
    </message>
    <message>
        <source>{0}:{1}: more than {2} spans</source>
        <translation>{0}:{1}: meer dan {2} labels</translation>
    </message>
    <message>
        <source>{0}:{1}: names {2}, which is not there</source>
        <translation>{0}:{1}: wijst naar {2}, dat er niet is</translation>
    </message>
    <message>
        <source>{0}:{1}: no well-formed XML: {2}</source>
        <translation>{0}:{1}: geen welgevormde XML: “{2}”</translation>
    </message>
    <message>
        <source>{0}:{1}: xmi:id {2} stands twice</source>
        <translation>{0}:{1}: xmi:id {2} staat er twee keer</translation>
    </message>
    <message>
        <source>{0}:{1}: {2} declares no layer</source>
        <translation>{0}:{1}: {2} declareert geen laag</translation>
    </message>
    <message>
        <source>{0}:{1}: {2} is, by way of its roles, part of itself</source>
        <translation>{0}:{1}: {2} is via zijn rollen deel van zichzelf</translation>
    </message>
    <message>
        <source>{0}{1}: {2} (U+{3}) at character {4} (line {5}, column {6})</source>
        <translation>{0}{1}: {2} (U+{3}) bij teken {4} (regel {5}, kolom {6})</translation>
    </message>
    <message>
        <source>“{0}” stands nowhere else without a span</source>
        <translation>“{0}” staat nergens anders zonder label</translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>Not saved; why stands at the foot of the window. Your text stays here.</source>
        <translation>Niet bewaard; waarom staat onderaan in het venster. Uw tekst blijft hier staan.</translation>
    </message>
    <message>
        <source>at most {count} characters</source>
        <translation>hoogstens {count} tekens</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>zo laten</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>nieuwe regel</translation>
    </message>
    <message>
        <source>save</source>
        <translation>bewaren</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>All decisions of the project are in the backup.</source>
        <translation>Alle beslissingen van het project staan in de reservekopie.</translation>
    </message>
    <message>
        <source>Another backup …</source>
        <translation>Andere reservekopie …</translation>
    </message>
    <message>
        <source>Another project …</source>
        <translation>Ander project …</translation>
    </message>
    <message>
        <source>Articles: {before} now, {after} in the backup.</source>
        <translation>Artikelen: nu {before}, in de reservekopie {after}.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Backups (*.annotator *.backup);;All files (*)</source>
        <translation>Reservekopieën (*.annotator *.backup);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Changes nothing; Escape does it too</source>
        <translation>Verandert niets; Escape doet dat ook</translation>
    </message>
    <message>
        <source>Chooses a backup that lies elsewhere</source>
        <translation>Kiest een reservekopie die elders staat</translation>
    </message>
    <message>
        <source>Chooses a project file, also one that is gone</source>
        <translation>Kiest een projectbestand, ook een dat er niet meer is</translation>
    </message>
    <message>
        <source>Decisions of {name} that would be gone: {count}</source>
        <translation>Beslissingen van {name} die weg zouden zijn: {count}</translation>
    </message>
    <message>
        <source>Decisions of {name} that would come back: {count}</source>
        <translation>Beslissingen van {name} die zouden terugkomen: {count}</translation>
    </message>
    <message>
        <source>In the place of which project?</source>
        <translation>In de plaats van welk project?</translation>
    </message>
    <message>
        <source>Mind: this is a backup of another project.</source>
        <translation>Let op: dit is een reservekopie van een ander project.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Projects (*.annotator)</source>
        <translation>Projecten (*.annotator)</translation>
    </message>
    <message>
        <source>Puts the backup in the place of the project; the file before is kept</source>
        <translation>Zet de reservekopie in de plaats van het project; het bestand van nu blijft bewaard</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>The arrows choose a backup; below stands what it would change</source>
        <translation>De pijltjes kiezen een reservekopie; eronder staat wat ze zou veranderen</translation>
    </message>
    <message>
        <source>The latest decision in the backup is of {when}.</source>
        <translation>De laatste beslissing in de reservekopie is van {when}.</translation>
    </message>
    <message>
        <source>The present file is kept beside it, under a name with the date.</source>
        <translation>Het bestand van nu blijft ernaast bewaard, onder een naam met de datum.</translation>
    </message>
    <message>
        <source>The present project cannot be read: {why}</source>
        <translation>Het project zoals het nu is, kan niet gelezen worden: {why}</translation>
    </message>
    <message>
        <source>The project that the backup takes the place of</source>
        <translation>Het project waarvan de reservekopie de plaats inneemt</translation>
    </message>
    <message>
        <source>There is no backup of this project in {folder}.</source>
        <translation>Er is geen reservekopie van dit project in {folder}.</translation>
    </message>
    <message>
        <source>There is no such project now; it is made from the backup.</source>
        <translation>Dat project is er nu niet; het wordt uit de reservekopie gemaakt.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Wat er zou veranderen</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>Welke reservekopie?</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>voor het terugzetten van een kopie</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>voor een import</translation>
    </message>
    <message>
        <source>before the file took a newer form</source>
        <translation>voordat het bestand een nieuwere vorm kreeg</translation>
    </message>
    <message>
        <source>before work was merged</source>
        <translation>voordat werk werd samengevoegd</translation>
    </message>
    <message>
        <source>on command</source>
        <translation>op verzoek</translation>
    </message>
    <message>
        <source>while you worked</source>
        <translation>tijdens het werk</translation>
    </message>
</context>
<context>
    <name>RevertDialog</name>
    <message>
        <source>Bringing the vote back</source>
        <translation>De stemming terughalen</translation>
    </message>
    <message>
        <source>It was one step, and is taken back as one.</source>
        <translation>Het was één stap, en gaat als één stap terug.</translation>
    </message>
    <message>
        <source>Taking the vote back</source>
        <translation>De stemming terugnemen</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>all agree</source>
        <translation>allen het eens</translation>
    </message>
    <message>
        <source>ambiguous text</source>
        <translation>dubbelzinnige tekst</translation>
    </message>
    <message>
        <source>annotator error</source>
        <translation>fout van de annotator</translation>
    </message>
    <message>
        <source>annotator {number}</source>
        <translation>annotator {number}</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>een andere versie</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>attributen</translation>
    </message>
    <message>
        <source>being edited</source>
        <translation>wordt bewerkt</translation>
    </message>
    <message>
        <source>edge case</source>
        <translation>randgeval</translation>
    </message>
    <message>
        <source>edges</source>
        <translation>randen</translation>
    </message>
    <message>
        <source>fragments</source>
        <translation>fragmenten</translation>
    </message>
    <message>
        <source>guideline gap</source>
        <translation>leemte in de richtlijn</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>not all have it</source>
        <translation>niet allen hebben het</translation>
    </message>
    <message>
        <source>only {letter}</source>
        <translation>alleen {letter}</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>rollen</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>beslecht</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>smaak</translation>
    </message>
    <message>
        <source>type</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>version {letter}</source>
        <translation>versie {letter}</translation>
    </message>
    <message>
        <source>versions {letters} differ</source>
        <translation>versies {letters} verschillen</translation>
    </message>
    <message>
        <source>waiting for another place</source>
        <translation>wacht op een andere plaats</translation>
    </message>
    <message>
        <source>{open} of {all} open</source>
        <translation>{open} van {all} open</translation>
    </message>
    <message>
        <source>{percent} % agreed</source>
        <translation>{percent} % eens</translation>
    </message>
    <message>
        <source>{who} flagged the article</source>
        <translation>{who} heeft het artikel gemarkeerd</translation>
    </message>
    <message>
        <source>{who} on “{words}”: {text}</source>
        <translation>{who} bij “{words}”: {text}</translation>
    </message>
    <message>
        <source>{who} skipped the article</source>
        <translation>{who} heeft het artikel overgeslagen</translation>
    </message>
    <message>
        <source>{who}: {text}</source>
        <translation>{who}: {text}</translation>
    </message>
</context>
<context>
    <name>ReviewKeys</name>
    <message>
        <source>a label's key, {key:left_edge_left} {key:left_edge_right} {key:right_edge_left} {key:right_edge_right} for the edges; Enter keeps it, Esc leaves it</source>
        <translation>de toets van een label, {key:left_edge_left} {key:left_edge_right} {key:right_edge_left} {key:right_edge_right} voor de randen; Enter houdt het, Esc laat het</translation>
    </message>
    <message>
        <source>all differences are decided, but articles that are not done yet: {count}; {key:review_unanimous} takes what all agree on in them and makes them done</source>
        <translation>alle verschillen zijn beslist; artikelen die nog niet klaar zijn: {count}; {key:review_unanimous} neemt over waarover daarin iedereen het eens is en maakt ze klaar</translation>
    </message>
    <message>
        <source>done; this is the next one</source>
        <translation>klaar; dit is het volgende</translation>
    </message>
    <message>
        <source>no article has open differences</source>
        <translation>geen artikel heeft open verschillen</translation>
    </message>
    <message>
        <source>no difference is open here; {key:done}: article done, go to the next</source>
        <translation>hier is geen verschil open; {key:done}: artikel klaar, naar het volgende</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>geen reden</translation>
    </message>
    <message>
        <source>nobody labelled anything here: there is no version to reject</source>
        <translation>niemand heeft hier iets gelabeld: er is geen versie om te verwerpen</translation>
    </message>
    <message>
        <source>reason of the next decision: {reason}</source>
        <translation>reden van de volgende beslissing: {reason}</translation>
    </message>
    <message>
        <source>reject which version? {letters}</source>
        <translation>welke versie verwerpen? {letters}</translation>
    </message>
    <message>
        <source>there is none further in this direction</source>
        <translation>er is er geen meer die kant op</translation>
    </message>
    <message>
        <source>there is nothing to review yet</source>
        <translation>er is nog niets te beoordelen</translation>
    </message>
    <message>
        <source>with names</source>
        <translation>met namen</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>zonder namen</translation>
    </message>
    <message>
        <source>{key} is held down: that counts once</source>
        <translation>{key} wordt ingedrukt gehouden: dat telt één keer</translation>
    </message>
</context>
<context>
    <name>ReviewPlace</name>
    <message>
        <source>Compared: {count} annotators</source>
        <translation>Vergeleken: {count} annotatoren</translation>
    </message>
    <message>
        <source>Compared: {names}</source>
        <translation>Vergeleken: {names}</translation>
    </message>
    <message>
        <source>Done so far: {counts}</source>
        <translation>Tot nu toe klaar: {counts}</translation>
    </message>
    <message>
        <source>Nobody labelled anything here. {key:done}: done, next.</source>
        <translation>Niemand gaf hier een label. {key:done}: klaar, volgende.</translation>
    </message>
    <message>
        <source>Review shows articles that two annotators have finished. An article counts when it is done: {key:done} in Annotate. Work from another computer comes in with {key:package_merge}, which takes returned packages over.</source>
        <translation>Beoordelen toont artikelen die twee annotatoren af hebben. Een artikel telt mee als het klaar is: {key:done} in Annoteren. Werk van een andere computer komt binnen met {key:package_merge}, dat teruggestuurde pakketten overneemt.</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>Er is nog niets te vergelijken.</translation>
    </message>
    <message>
        <source>article done</source>
        <translation>artikel klaar</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>zoals het was</translation>
    </message>
    <message>
        <source>differences open: {open} of {all}</source>
        <translation>open verschillen: {open} van {all}</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bewerken</translation>
    </message>
    <message>
        <source>filled: all agree · ✓: settled · outline A, B …: versions that differ · only: not all have it · dots: refused</source>
        <translation>gevuld: allen eens · ✓: beslecht · omlijnd A, B …: versies die verschillen · alleen: niet allen hebben het · stippen: geweigerd</translation>
    </message>
    <message>
        <source>keep it</source>
        <translation>houden</translation>
    </message>
    <message>
        <source>left edge</source>
        <translation>linkerrand</translation>
    </message>
    <message>
        <source>next difference</source>
        <translation>volgend verschil</translation>
    </message>
    <message>
        <source>nobody has begun</source>
        <translation>nog niets</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>hier niets</translation>
    </message>
    <message>
        <source>reject one</source>
        <translation>er een verwerpen</translation>
    </message>
    <message>
        <source>right edge</source>
        <translation>rechterrand</translation>
    </message>
    <message>
        <source>take a version</source>
        <translation>een versie nemen</translation>
    </message>
    <message>
        <source>take all</source>
        <translation>alles nemen</translation>
    </message>
    <message>
        <source>{key:review_alone} takes articles into gold that one annotator did alone.</source>
        <translation>{key:review_alone} neemt artikelen in goud over die één annotator alleen gedaan heeft.</translation>
    </message>
    <message>
        <source>{key:review_whose} chooses whose versions are compared.</source>
        <translation>{key:review_whose} kiest wiens versies vergeleken worden.</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>Articles under review</source>
        <translation>Artikelen om te beoordelen</translation>
    </message>
    <message>
        <source>Lowest first</source>
        <translation>Laagste eerst</translation>
    </message>
    <message>
        <source>Share of the differences that is decided</source>
        <translation>Deel van de verschillen dat beslist is</translation>
    </message>
    <message>
        <source>Those agreed on least come first; the arrows choose</source>
        <translation>Waarover men het minst eens is komt eerst; de pijltjes kiezen</translation>
    </message>
    <message>
        <source>{done} of {total} decided</source>
        <translation>{done} van {total} beslist</translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>{done} van {total} gelezen</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Article with all versions</source>
        <translation>Artikel met alle versies</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>Filled by</source>
        <translation>Gevuld door</translation>
    </message>
    <message>
        <source>Only of types</source>
        <translation>Alleen bij soorten</translation>
    </message>
    <message>
        <source>The labels that may fill the role; Space ticks one</source>
        <translation>De labels die de rol mogen vullen; Spatie vinkt er een aan</translation>
    </message>
    <message>
        <source>The types that have the role; all of them if none is ticked</source>
        <translation>De soorten die de rol hebben; alle, als er geen is aangevinkt</translation>
    </message>
    <message>
        <source>at least one label fills it</source>
        <translation>ten minste één label vult haar</translation>
    </message>
</context>
<context>
    <name>RoleRow</name>
    <message>
        <source>no answer yet</source>
        <translation>nog geen antwoord</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>niet vermeld</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>No span of this label stands from before.</source>
        <translation>Er staat geen eerder label van deze soort.</translation>
    </message>
    <message>
        <source>Rule for {label}</source>
        <translation>Regel voor {label}</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Regel bewaren</translation>
    </message>
    <message>
        <source>Saving raises the guideline's version; annotators are told of it.</source>
        <translation>Bewaren verhoogt de versie van de richtlijn; annotatoren krijgen het te horen.</translation>
    </message>
    <message>
        <source>Spans of this label from before the rule; Enter opens one in Annotate</source>
        <translation>Labels van deze soort van vóór de regel; Enter opent er een in Annoteren</translation>
    </message>
    <message>
        <source>Spans to see again</source>
        <translation>Labels om opnieuw te bekijken</translation>
    </message>
    <message>
        <source>Text of the rule</source>
        <translation>Tekst van de regel</translation>
    </message>
    <message>
        <source>The example, with every version of it:</source>
        <translation>Het voorbeeld, met elke versie ervan:</translation>
    </message>
    <message>
        <source>The guideline says this from now on</source>
        <translation>De richtlijn zegt dit van nu af aan</translation>
    </message>
    <message>
        <source>The label that the rule is about: those that somebody chose here</source>
        <translation>Het label waar de regel over gaat: die iemand hier koos</translation>
    </message>
    <message>
        <source>The rule is about</source>
        <translation>De regel gaat over</translation>
    </message>
    <message>
        <source>What the guideline says of the label from now on; Tab leaves the field</source>
        <translation>Wat de richtlijn van nu af aan over het label zegt; Tab verlaat het veld</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>{label}: guideline version {version}</source>
        <translation>{label}: richtlijn versie {version}</translation>
    </message>
</context>
<context>
    <name>SchemeDialog</name>
    <message>
        <source>A thing of the list on the left is changed here. New ones come under the heading that is chosen.</source>
        <translation>Wat in de lijst links gekozen is, wordt hier gewijzigd. Nieuwe komen onder het gekozen kopje.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Attribuut toevoegen</translation>
    </message>
    <message>
        <source>Add event type</source>
        <translation>Soort gebeurtenis toevoegen</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label toevoegen</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Rol toevoegen</translation>
    </message>
    <message>
        <source>Adds what the chosen heading is about; Insert does it too</source>
        <translation>Voegt toe waarover het gekozen kopje gaat; Insert doet dat ook</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Wijzigingen</translation>
    </message>
    <message>
        <source>Changes: {count}. Saving makes version {version} of the scheme.</source>
        <translation>Wijzigingen: {count}. Bewaren maakt versie {version} van het schema.</translation>
    </message>
    <message>
        <source>Guideline of {label} ({language})</source>
        <translation>Richtlijn van {label} ({language})</translation>
    </message>
    <message>
        <source>It cannot be removed: relabel or delete those first; the concordance finds them by label.</source>
        <translation>Het kan niet weg: geef die eerst een ander label of verwijder ze; de concordantie vindt ze op label.</translation>
    </message>
    <message>
        <source>It cannot be removed: {why}.</source>
        <translation>Het kan niet weg: {why}.</translation>
    </message>
    <message>
        <source>It is saved with the scheme. **bold**, *italic*, # heading, - item</source>
        <translation>Ze wordt met het schema bewaard. **vet**, *cursief*, # kop, - punt</translation>
    </message>
    <message>
        <source>Leaves all as it was; Escape does it too</source>
        <translation>Laat alles zoals het was; Escape doet dat ook</translation>
    </message>
    <message>
        <source>Makes it the next version; Ctrl+Enter does it too</source>
        <translation>Maakt er de volgende versie van; Ctrl+Enter doet dat ook</translation>
    </message>
    <message>
        <source>Nothing is changed. This is version {n}.</source>
        <translation>Er is niets gewijzigd. Dit is versie {n}.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Suggestions that use it are taken away with it</source>
        <translation>Suggesties die het gebruiken gaan mee weg</translation>
    </message>
    <message>
        <source>The changes are not saved. Esc once more leaves all as it was.</source>
        <translation>De wijzigingen zijn niet bewaard. Nog eens Esc laat alles zoals het was.</translation>
    </message>
    <message>
        <source>What saving changes, line by line</source>
        <translation>Wat bewaren verandert, regel voor regel</translation>
    </message>
    <message>
        <source>Who uses what is still being counted; try again in a moment.</source>
        <translation>Wie wat gebruikt wordt nog geteld; probeer het zo weer.</translation>
    </message>
    <message>
        <source>Withdraw suggestions of what is removed</source>
        <translation>Suggesties intrekken van wat verwijderd wordt</translation>
    </message>
    <message>
        <source>choose what is to be removed</source>
        <translation>kies wat er weg moet</translation>
    </message>
    <message>
        <source>{field}: {why}</source>
        <translation>{field}: {why}</translation>
    </message>
    <message>
        <source>{what}: tick that they are withdrawn, or keep it</source>
        <translation>{what}: vink aan dat ze ingetrokken worden, of houd het</translation>
    </message>
</context>
<context>
    <name>SchemeForm</name>
    <message>
        <source>Dutch name</source>
        <translation>Nederlandse naam</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Engelse naam</translation>
    </message>
    <message>
        <source>Note in Dutch</source>
        <translation>Melding in het Nederlands</translation>
    </message>
    <message>
        <source>Note in English</source>
        <translation>Melding in het Engels</translation>
    </message>
    <message>
        <source>The note tells annotators what the articles are about, above the article when the project is opened.</source>
        <translation>De melding vertelt annotatoren waarover de artikelen gaan, boven het artikel als het project geopend wordt.</translation>
    </message>
    <message>
        <source>What annotators are told of the articles, such as of violence</source>
        <translation>Wat annotatoren over de artikelen horen, zoals over geweld</translation>
    </message>
    <message>
        <source>What the scheme is called on the screen</source>
        <translation>Hoe het schema op het scherm heet</translation>
    </message>
</context>
<context>
    <name>SchemeHub</name>
    <message>
        <source>something is being written just now; wait until that is done</source>
        <translation>er wordt net iets weggeschreven; wacht tot dat klaar is</translation>
    </message>
    <message>
        <source>the project is open for reading only</source>
        <translation>het project is alleen om te lezen geopend</translation>
    </message>
    <message>
        <source>the scheme comes with the work package; {key:comment} says in a remark what is missing</source>
        <translation>het schema komt met het werkpakket mee; {key:comment} zegt in een opmerking wat er ontbreekt</translation>
    </message>
    <message>
        <source>the scheme is version {version} from now on</source>
        <translation>het schema is vanaf nu versie {version}</translation>
    </message>
</context>
<context>
    <name>SchemeStep</name>
    <message>
        <source>A file that ends in .toml; docs/schemes.md says how one is written</source>
        <translation>Een bestand dat op .toml eindigt; docs/schemes.md zegt hoe men er een schrijft</translation>
    </message>
    <message>
        <source>A scheme of your own</source>
        <translation>Een eigen schema</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation>Over het bestand</translation>
    </message>
    <message>
        <source>Add labels, or change them, before the first article</source>
        <translation>Labels toevoegen of wijzigen vóór het eerste artikel</translation>
    </message>
    <message>
        <source>Choose the file first.</source>
        <translation>Kies eerst het bestand.</translation>
    </message>
    <message>
        <source>Choose the file …</source>
        <translation>Bestand kiezen …</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Schemes (*.toml)</source>
        <translation>Schema's (*.toml)</translation>
    </message>
    <message>
        <source>The file of your own scheme</source>
        <translation>Het bestand van uw eigen schema</translation>
    </message>
    <message>
        <source>The scheme is opened as soon as the project is there; later on too: {key:scheme}.</source>
        <translation>Het schema gaat open zodra het project er is; later kan dat ook: {key:scheme}.</translation>
    </message>
</context>
<context>
    <name>SchemeWords</name>
    <message>
        <source>Nothing uses it.</source>
        <translation>Niets gebruikt het.</translation>
    </message>
    <message>
        <source>Places that have it: {spans}, in articles: {documents} ({who}).</source>
        <translation>Plaatsen die het hebben: {spans}, in artikelen: {documents} ({who}).</translation>
    </message>
    <message>
        <source>Relabel or delete those first (the concordance finds them by label), or keep it.</source>
        <translation>Geef die eerst een ander label of verwijder ze (de concordantie vindt ze op label), of houd het.</translation>
    </message>
    <message>
        <source>Suggestions: {count}.</source>
        <translation>Suggesties: {count}.</translation>
    </message>
    <message>
        <source>a name is needed</source>
        <translation>er is een naam nodig</translation>
    </message>
    <message>
        <source>at most {about} characters</source>
        <translation>hoogstens {about} tekens</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>attribuut</translation>
    </message>
    <message>
        <source>attribute {name}</source>
        <translation>attribuut {name}</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>kleur</translation>
    </message>
    <message>
        <source>event type</source>
        <translation>soort gebeurtenis</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>voorbeelden</translation>
    </message>
    <message>
        <source>filled by</source>
        <translation>gevuld door</translation>
    </message>
    <message>
        <source>guideline</source>
        <translation>richtlijn</translation>
    </message>
    <message>
        <source>it holds a character that cannot be shown</source>
        <translation>er staat een teken in dat niet getoond kan worden</translation>
    </message>
    <message>
        <source>it is all that may fill the role {about}; let another fill it, or remove the role first</source>
        <translation>alleen dit mag de rol {about} vullen; laat ook een ander haar vullen, of verwijder eerst de rol</translation>
    </message>
    <message>
        <source>it is the last of its layer</source>
        <translation>het is het laatste van zijn laag</translation>
    </message>
    <message>
        <source>it is the only type with the role {about}; give that to another, or remove the role first</source>
        <translation>het is de enige soort met de rol {about}; geef die ook aan een andere, of verwijder eerst de rol</translation>
    </message>
    <message>
        <source>key</source>
        <translation>toets</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>aard</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>language</source>
        <translation>taal</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>laag</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>laag {layer}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>names of values</source>
        <translation>namen van waarden</translation>
    </message>
    <message>
        <source>names shown</source>
        <translation>getoonde namen</translation>
    </message>
    <message>
        <source>new: {thing}</source>
        <translation>nieuw: {thing}</translation>
    </message>
    <message>
        <source>no spaces; _ can stand between words</source>
        <translation>geen spaties; _ kan tussen woorden staan</translation>
    </message>
    <message>
        <source>note</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>one small letter a–z or a digit</source>
        <translation>één kleine letter a–z of een cijfer</translation>
    </message>
    <message>
        <source>order</source>
        <translation>volgorde</translation>
    </message>
    <message>
        <source>removed: {thing}</source>
        <translation>verwijderd: {thing}</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rol</translation>
    </message>
    <message>
        <source>role {name}</source>
        <translation>rol {name}</translation>
    </message>
    <message>
        <source>role {name} filled by {detail}</source>
        <translation>rol {name} gevuld door {detail}</translation>
    </message>
    <message>
        <source>role {name} of {detail}</source>
        <translation>rol {name} van {detail}</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>schema</translation>
    </message>
    <message>
        <source>types</source>
        <translation>soorten</translation>
    </message>
    <message>
        <source>value at first</source>
        <translation>beginwaarde</translation>
    </message>
    <message>
        <source>values</source>
        <translation>waarden</translation>
    </message>
    <message>
        <source>work packages were handed out ({who}): work that uses what is removed is refused when it comes back, until that is added again</source>
        <translation>er zijn werkpakketten uitgedeeld ({who}): werk dat gebruikt wat verwijderd wordt, wordt geweigerd als het terugkomt, tot dat weer is toegevoegd</translation>
    </message>
    <message>
        <source>{about} has it already</source>
        <translation>{about} heeft dat al</translation>
    </message>
    <message>
        <source>{about} is the key of a command on the article</source>
        <translation>{about} is de toets van een opdracht op het artikel</translation>
    </message>
    <message>
        <source>{part} cannot go. {use} {way}</source>
        <translation>{part} kan niet weg. {use} {way}</translation>
    </message>
    <message>
        <source>{part} has suggestions: {count}</source>
        <translation>{part} heeft suggesties: {count}</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Accepted: share of those decided. Time: the median from the gesture before to a single accept or reject. Planted ones are wrong on purpose; caught are those that were not accepted.</source>
        <translation>Aangenomen: aandeel van wat beslist is. Tijd: de mediaan van het gebaar ervoor tot één keer aannemen of verwerpen. Ondergeschoven suggesties zijn met opzet fout; betrapt is wat niet aangenomen werd.</translation>
    </message>
    <message>
        <source>Agreement is measured on articles that two annotators have finished. An article counts when it is done: {key:done} in Annotate. Give a share of the articles to everyone when you make work packages; what comes back is compared here.</source>
        <translation>Overeenstemming wordt gemeten op artikelen waarmee twee annotatoren klaar zijn. Een artikel telt als het klaar is: {key:done} in Annoteren. Geef een deel van de artikelen aan iedereen als u werkpakketten maakt; wat terugkomt wordt hier vergeleken.</translation>
    </message>
    <message>
        <source>All of it: {ways}.</source>
        <translation>Alles: {ways}.</translation>
    </message>
    <message>
        <source>Always judged on the same {tested} articles, {by}; learned from the first of the other {known}, in an order drawn by lot. Articles that are nearly the same as one set apart are left out.</source>
        <translation>Steeds beoordeeld op dezelfde {tested} artikelen, {by}; geleerd van de eerste van de andere {known}, in een gelote volgorde. Artikelen die bijna hetzelfde zijn als een apart gezet blijven weg.</translation>
    </message>
    <message>
        <source>An hour is about {count} articles: {seconds} s of active time each, the mean of {timed}. Assumed: each doubling of the articles goes on adding what it added so far, and everything in them is labelled. The interval is that of the articles set apart; another choice of what was learned first would move it too.</source>
        <translation>Een uur is ongeveer {count} artikelen: elk {seconds} s actieve tijd, het gemiddelde van {timed}. Aangenomen: elke verdubbeling van de artikelen blijft toevoegen wat ze tot nu toe toevoegde, en alles erin wordt gelabeld. Het interval is dat van de apart gezette artikelen; een andere keuze van waarvan eerst geleerd is zou het ook verschuiven.</translation>
    </message>
    <message>
        <source>Another hour</source>
        <translation>Nog een uur</translation>
    </message>
    <message>
        <source>Arrows move from figure to figure</source>
        <translation>De pijltjes gaan van cijfer naar cijfer</translation>
    </message>
    <message>
        <source>Arrows move, Enter opens the places a figure rests on</source>
        <translation>Pijltjes bewegen, Enter opent de plaatsen waarop een cijfer steunt</translation>
    </message>
    <message>
        <source>Articles that {source} has done: {documents}, words: {words}; each was judged by taggers, a memory and scores that do not know it. Precision: right of shown. Recall: right of what is there. F1: both in one figure, 1 where nothing is wrong and nothing is missed.</source>
        <translation>Artikelen die {source} klaar heeft: {documents}, woorden: {words}; elk is beoordeeld met taggers, een geheugen en scores die het niet kennen. Precisie: juist van wat getoond is. Vangst: juist van wat er is. F1: beide in één getal, 1 waar niets fout is en niets ontbreekt.</translation>
    </message>
    <message>
        <source>Below zero: {b} begins or ends earlier than {a}. Edges that are the same are left out.</source>
        <translation>Onder nul: {b} begint of eindigt vroeger dan {a}. Randen die gelijk zijn, staan er niet bij.</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Per artikel</translation>
    </message>
    <message>
        <source>By document, lowest first</source>
        <translation>Per artikel, laagste eerst</translation>
    </message>
    <message>
        <source>By how both read</source>
        <translation>Naar hoe beiden lazen</translation>
    </message>
    <message>
        <source>By how both read: {who}</source>
        <translation>Naar hoe beiden lazen: {who}</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Per label</translation>
    </message>
    <message>
        <source>By label, all annotators</source>
        <translation>Per label, alle annotatoren</translation>
    </message>
    <message>
        <source>By label, all annotators, lowest first</source>
        <translation>Per label, alle annotatoren, laagste eerst</translation>
    </message>
    <message>
        <source>By label, lowest first</source>
        <translation>Per label, laagste eerst</translation>
    </message>
    <message>
        <source>Done: of those handed out in work packages, where there are any. Added: spans that rest on no suggestion. Accept rate: share of the decided suggestions, planted ones aside. Fast accepts: within {ms} ms of the gesture before; a signal to talk about, no finding. Caught: planted wrong suggestions that were not accepted, of those given. Control F1: with the others on documents without suggestions; with F1: on the rest; in brackets the documents.</source>
        <translation>Klaar: van wat in werkpakketten is uitgedeeld, als dat zo is. Toegevoegd: labels die op geen suggestie berusten. Aandeel aangenomen: van de besliste suggesties, de ondergeschoven niet geteld. Snel aangenomen: binnen {ms} ms na het vorige gebaar; een teken om over te praten, geen bevinding. Betrapt: ondergeschoven foute suggesties die niet aangenomen werden, van alle die er gegeven zijn. Controle-F1: met de anderen op artikelen zonder suggesties; met-F1: op de rest; tussen haken de artikelen.</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Randen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Gebeurtenissen</translation>
    </message>
    <message>
        <source>Events, each given the one before</source>
        <translation>Gebeurtenissen, elk gegeven het vorige</translation>
    </message>
    <message>
        <source>Exact F1, of each annotator with all others; in brackets how often the annotator gave it.</source>
        <translation>Exacte F1, van elke annotator met alle anderen; tussen haken hoe vaak de annotator het gaf.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Found: seen at all, and the same place whatever the label. Where: exact against overlap. What: kappa, alpha and AC1 on the labels of what both saw; read them with “seen”. In brackets the 95 % interval.</source>
        <translation>Gevonden: überhaupt gezien, op dezelfde plaats, wat het label ook is. Waar: exact tegenover overlap. Wat: kappa, alfa en AC1 op de labels van wat beiden zagen; lees ze samen met “gezien”. Tussen haakjes het 95 %-interval.</translation>
    </message>
    <message>
        <source>Framed: the right label was shown. A place counts where they overlap.</source>
        <translation>Omkaderd: het juiste label is getoond. Een plaats telt waar ze elkaar overlappen.</translation>
    </message>
    <message>
        <source>Framed: the same label. What only one of them has stands under “missed”.</source>
        <translation>Omkaderd: hetzelfde label. Wat maar een van beiden heeft, staat onder “gemist”.</translation>
    </message>
    <message>
        <source>How suggestions were answered</source>
        <translation>Hoe suggesties beantwoord werden</translation>
    </message>
    <message>
        <source>In the order in which articles were done. A gesture is one decision made by hand, by one or more keys. Correct: as gold has it, where gold is done; else what stands, planted labels aside.</source>
        <translation>In de volgorde waarin artikelen klaar kwamen. Een gebaar is één beslissing met de hand, met een of meer toetsen. Juist: zoals goud het heeft, waar goud klaar is; anders wat er staat, zonder de ondergeschoven labels.</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Leerkromme</translation>
    </message>
    <message>
        <source>Measure learns anew several times over, in the background, and judges each article by what never saw it. It takes some minutes on fifty articles; you can go on annotating meanwhile. Suggestions stay as they are.</source>
        <translation>Meten leert een paar keer opnieuw, op de achtergrond, en beoordeelt elk artikel met wat dat artikel nooit gezien heeft. Bij vijftig artikelen duurt dat enkele minuten; u kunt ondertussen doorgaan met annoteren. De suggesties blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Er is nog niets gemeten</translation>
    </message>
    <message>
        <source>On articles it did not see</source>
        <translation>Op artikelen die het niet gezien heeft</translation>
    </message>
    <message>
        <source>On the dashed line a score says how often such suggestions are right; larger points hold more of them. On average scores are off by {points} in a hundred (expected calibration error {error}); suggestions: {count}.</source>
        <translation>Op de streepjeslijn zegt een score hoe vaak zulke suggesties juist zijn; grotere punten staan voor meer ervan. Gemiddeld zitten scores er {points} op de honderd naast (verwachte kalibratiefout {error}); suggesties: {count}.</translation>
    </message>
    <message>
        <source>Places and labels at once, compared with what chance would give. It takes a hundredth of a second a document for two annotators, up to seconds for three, and is therefore measured when you ask for it.</source>
        <translation>Plaatsen en labels tegelijk, vergeleken met wat toeval zou geven. Het kost een honderdste seconde per artikel voor twee annotatoren, tot seconden voor drie, en wordt daarom gemeten als u erom vraagt.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>There is none: {why}.</source>
        <translation>Die is er niet: {why}.</translation>
    </message>
    <message>
        <source>There is nothing to compare yet</source>
        <translation>Er is nog niets te vergelijken</translation>
    </message>
    <message>
        <source>What the work cost</source>
        <translation>Wat het werk kostte</translation>
    </message>
    <message>
        <source>What the work of {annotator} cost</source>
        <translation>Wat het werk van {annotator} kostte</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>overeenstemming</translation>
    </message>
    <message>
        <source>all</source>
        <translation>allen</translation>
    </message>
    <message>
        <source>annotators</source>
        <translation>annotatoren</translation>
    </message>
    <message>
        <source>document</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>artikelen</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>the latest by date</source>
        <translation>de laatste naar datum</translation>
    </message>
    <message>
        <source>whole sources, drawn by lot</source>
        <translation>hele bronnen, geloot</translation>
    </message>
    <message>
        <source>αᵤ</source>
        <translation>αᵤ</translation>
    </message>
    <message>
        <source>αᵤ: Krippendorff's alpha of where in the texts the label stands, edges and all.</source>
        <translation>αᵤ: Krippendorffs alfa van waar in de teksten het label staat, randen inbegrepen.</translation>
    </message>
    <message>
        <source>γ</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>⚠ Only 1 document: below {few} the intervals are too narrow to build on.</source>
        <translation>⚠ Slechts 1 artikel: onder {few} zijn de intervallen te smal om op te bouwen.</translation>
    </message>
    <message>
        <source>⚠ Only {count} documents: below {few} the intervals are too narrow to build on.</source>
        <translation>⚠ Slechts {count} artikelen: onder {few} zijn de intervallen te smal om op te bouwen.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Default settings</source>
        <translation>Standaardinstellingen</translation>
    </message>
    <message>
        <source>Gives the settings of this page their defaults</source>
        <translation>Zet de instellingen van deze bladzijde terug</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>The arrows choose a page of settings</source>
        <translation>De pijltjes kiezen een bladzijde met instellingen</translation>
    </message>
    <message>
        <source>The settings of this page</source>
        <translation>De instellingen van deze bladzijde</translation>
    </message>
    <message>
        <source>kept in {path}</source>
        <translation>bewaard in {path}</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>the window follows as soon as what is being written is done</source>
        <translation>het venster volgt zodra klaar is wat nu geschreven wordt</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Active time</source>
        <translation>Actieve tijd</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Laatste melding</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Laatst bewaard</translation>
    </message>
    <message>
        <source>Spans and open suggestions</source>
        <translation>Labels en open suggesties</translation>
    </message>
    <message>
        <source>active {minutes} min {seconds} s</source>
        <translation>actief {minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>bewaard {time}</translation>
    </message>
    <message>
        <source>⚠ {what} · {key} brings them back</source>
        <translation>⚠ {what} · {key} brengt ze terug</translation>
    </message>
</context>
<context>
    <name>SuggestionsStep</name>
    <message>
        <source>All articles but the control articles</source>
        <translation>Alle artikelen behalve de controleartikelen</translation>
    </message>
    <message>
        <source>Control articles</source>
        <translation>Controleartikelen</translation>
    </message>
    <message>
        <source>Control articles, without suggestions</source>
        <translation>Controleartikelen, zonder suggesties</translation>
    </message>
    <message>
        <source>The share of the package that comes without suggestions</source>
        <translation>Het deel van het pakket dat zonder suggesties komt</translation>
    </message>
    <message>
        <source>They show what suggestions do to the work: the figures compare them with the others. The window tells the annotator which they are.</source>
        <translation>Ze laten zien wat suggesties met het werk doen: de cijfers vergelijken ze met de andere. Het venster zegt de annotator welke het zijn.</translation>
    </message>
    <message>
        <source>Whoever gets the package finds everything alone</source>
        <translation>Wie het pakket krijgt, vindt alles zelf</translation>
    </message>
    <message>
        <source>With suggestions</source>
        <translation>Met suggesties</translation>
    </message>
    <message>
        <source>Without suggestions</source>
        <translation>Zonder suggesties</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Learning</source>
        <translation>Leren</translation>
    </message>
    <message>
        <source>learned from 1 article</source>
        <translation>geleerd van 1 artikel</translation>
    </message>
    <message>
        <source>learned from {count} articles</source>
        <translation>geleerd van {count} artikelen</translation>
    </message>
    <message>
        <source>learning anew …</source>
        <translation>opnieuw leren …</translation>
    </message>
    <message>
        <source>learning anew: {share} %</source>
        <translation>opnieuw leren: {share} %</translation>
    </message>
    <message>
        <source>learning …</source>
        <translation>leren …</translation>
    </message>
    <message>
        <source>learning: {done} of {total}</source>
        <translation>leren: {done} van {total}</translation>
    </message>
    <message>
        <source>no finished article to learn from yet</source>
        <translation>nog geen voltooid artikel om van te leren</translation>
    </message>
    <message>
        <source>nothing was learned: {why}</source>
        <translation>er is niets geleerd: {why}</translation>
    </message>
</context>
<context>
    <name>Things</name>
    <message>
        <source>Attributes: {layer}</source>
        <translation>Attributen: {layer}</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>Event types: {layer}</source>
        <translation>Soorten: {layer}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Toets</translation>
    </message>
    <message>
        <source>Labels, event types, roles and attributes; Insert adds one, Delete takes one out</source>
        <translation>Labels, soorten gebeurtenissen, rollen en attributen; Insert voegt er een toe, Delete haalt er een weg</translation>
    </message>
    <message>
        <source>Labels: {layer}</source>
        <translation>Labels: {layer}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Roles: {layer}</source>
        <translation>Rollen: {layer}</translation>
    </message>
    <message>
        <source>The scheme itself</source>
        <translation>Het schema zelf</translation>
    </message>
    <message>
        <source>What the scheme has</source>
        <translation>Wat het schema heeft</translation>
    </message>
    <message>
        <source>{name} (changed)</source>
        <translation>{name} (gewijzigd)</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name} (nieuw)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annoteren</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Leren</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Beoordelen</translation>
    </message>
</context>
<context>
    <name>UpdateNote</name>
    <message>
        <source>It was made by an earlier version. A copy of it as it is now is kept beside it. This is done once.</source>
        <translation>Het is met een eerdere versie gemaakt. Ernaast blijft een kopie bewaard van hoe het nu is. Dit gebeurt één keer.</translation>
    </message>
    <message>
        <source>{name} is being brought up to date</source>
        <translation>{name} wordt bijgewerkt</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>A value more, at the end</source>
        <translation>Een waarde erbij, achteraan</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>Waarde toevoegen</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>F2 changes what is in a column; the order is that of the key</source>
        <translation>F2 wijzigt wat in een kolom staat; de volgorde is die van de toets</translation>
    </message>
    <message>
        <source>Remove value</source>
        <translation>Waarde verwijderen</translation>
    </message>
    <message>
        <source>Takes the chosen value out, where nothing has it</source>
        <translation>Haalt de gekozen waarde weg, als niets haar heeft</translation>
    </message>
    <message>
        <source>The values in the order in which its key steps through them</source>
        <translation>De waarden in de volgorde waarin zijn toets erdoorheen stapt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Value at first</source>
        <translation>Beginwaarde</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>What a new span has until somebody changes it</source>
        <translation>Wat een nieuwe plaats heeft tot iemand het wijzigt</translation>
    </message>
    <message>
        <source>a value that is in the data is not renamed; change what is shown for it</source>
        <translation>een waarde die in de data staat wordt niet hernoemd; wijzig wat ervoor getoond wordt</translation>
    </message>
    <message>
        <source>it is the last value; remove the attribute instead</source>
        <translation>het is de laatste waarde; verwijder in plaats daarvan het attribuut</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>All agree</source>
        <translation>Allen eens</translation>
    </message>
    <message>
        <source>Differs: {what}</source>
        <translation>Verschilt: {what}</translation>
    </message>
    <message>
        <source>GUIDELINE</source>
        <translation>RICHTLIJN</translation>
    </message>
    <message>
        <source>How they differ, and what settles it</source>
        <translation>Hoe ze verschillen, en wat het beslecht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Aantekening</translation>
    </message>
    <message>
        <source>Note with the decision</source>
        <translation>Aantekening bij de beslissing</translation>
    </message>
    <message>
        <source>Note with the next decision</source>
        <translation>Aantekening bij de volgende beslissing</translation>
    </message>
    <message>
        <source>Place {number} of {total}</source>
        <translation>Plaats {number} van {total}</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>REDEN</translation>
    </message>
    <message>
        <source>REMARKS ELSEWHERE</source>
        <translation>OPMERKINGEN ELDERS</translation>
    </message>
    <message>
        <source>REMARKS HERE</source>
        <translation>OPMERKINGEN HIER</translation>
    </message>
    <message>
        <source>REMARKS ON THE ARTICLE</source>
        <translation>OPMERKINGEN BIJ HET ARTIKEL</translation>
    </message>
    <message>
        <source>Versions of the place at hand</source>
        <translation>Versies van de plaats die voorligt</translation>
    </message>
    <message>
        <source>agreed, not taken yet: {key:done} takes all that is agreed here</source>
        <translation>eens, nog niet genomen: {key:done} neemt alles waarover men het hier eens is</translation>
    </message>
    <message>
        <source>nothing here: {who}</source>
        <translation>hier niets: {who}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>{count} more; {key:remarks} lists all</source>
        <translation>nog {count}; {key:remarks} toont alles</translation>
    </message>
    <message>
        <source>✓ decided: nothing stands here</source>
        <translation>✓ beslist: hier staat niets</translation>
    </message>
    <message>
        <source>✓ gold: {label}</source>
        <translation>✓ goud: {label}</translation>
    </message>
</context>
<context>
    <name>VoteDialog</name>
    <message>
        <source>A place is settled where every annotator has the very same.</source>
        <translation>Een plaats is beslecht waar elke annotator precies hetzelfde heeft.</translation>
    </message>
    <message>
        <source>A place is settled where more than half of the annotators have the very same.</source>
        <translation>Een plaats is beslecht waar meer dan de helft van de annotatoren precies hetzelfde heeft.</translation>
    </message>
    <message>
        <source>Articles with nothing open then: {count}</source>
        <translation>Artikelen waarin dan niets meer open is: {count}</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Aan het tellen …</translation>
    </message>
    <message>
        <source>Decided before, and kept: {count}</source>
        <translation>Eerder beslist, en behouden: {count}</translation>
    </message>
    <message>
        <source>Places: {count}, articles: {documents}</source>
        <translation>Plaatsen: {count}, artikelen: {documents}</translation>
    </message>
    <message>
        <source>Still open: {count}</source>
        <translation>Nog open: {count}</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Nemen</translation>
    </message>
    <message>
        <source>Take what all agree on</source>
        <translation>Nemen waarover allen het eens zijn</translation>
    </message>
    <message>
        <source>Take what most agree on</source>
        <translation>Nemen waarover de meesten het eens zijn</translation>
    </message>
    <message>
        <source>Taken: {count}, settled as nothing: {nothing}</source>
        <translation>Genomen: {count}, beslecht als niets: {nothing}</translation>
    </message>
    <message>
        <source>Writes this into gold; one undo takes all of it back</source>
        <translation>Schrijft dit in goud; één keer ongedaan maken neemt alles terug</translation>
    </message>
    <message>
        <source>by kind, where a place can be of several: {kinds}</source>
        <translation>naar soort, waarbij een plaats er meer kan hebben: {kinds}</translation>
    </message>
</context>
<context>
    <name>WaysOut</name>
    <message>
        <source>(“Only articles that are done” leaves them out)</source>
        <translation>(“Alleen artikelen die klaar zijn” laat ze weg)</translation>
    </message>
    <message>
        <source>add files that hold articles, or choose another format</source>
        <translation>voeg bestanden met artikelen toe, of kies een ander formaat</translation>
    </message>
    <message>
        <source>add the files themselves</source>
        <translation>voeg de bestanden zelf toe</translation>
    </message>
    <message>
        <source>annotate first, or choose the suggestions under “Decisions of”</source>
        <translation>annoteer eerst, of kies de suggesties bij “Beslissingen van”</translation>
    </message>
    <message>
        <source>articles that are not done: {0}; an O in their tags may be undecided</source>
        <translation>artikelen die niet klaar zijn: {0}; een O in hun tags kan onbeslist zijn</translation>
    </message>
    <message>
        <source>articles that are not done: {0}; their unlabelled tokens are missing values for ner, but spancat takes them for negatives</source>
        <translation>artikelen die niet klaar zijn: {0}; hun tokens zonder label zijn voor ner ontbrekende waarden, maar spancat houdt ze voor negatieve</translation>
    </message>
    <message>
        <source>call the column that holds the texts “text”</source>
        <translation>noem de kolom met de teksten “text”</translation>
    </message>
    <message>
        <source>check the file, or choose another format</source>
        <translation>kijk het bestand na, of kies een ander formaat</translation>
    </message>
    <message>
        <source>choose a project: its name ends in .annotator</source>
        <translation>kies een project: de naam eindigt op .annotator</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>kies een andere map</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>kies een andere naam</translation>
    </message>
    <message>
        <source>choose another name for the file</source>
        <translation>kies een andere naam voor het bestand</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>kies een andere plaats</translation>
    </message>
    <message>
        <source>choose its format: {0}</source>
        <translation>kies het formaat: {0}</translation>
    </message>
    <message>
        <source>choose one of {0}</source>
        <translation>kies een van {0}</translation>
    </message>
    <message>
        <source>choose the article in the list</source>
        <translation>kies het artikel in de lijst</translation>
    </message>
    <message>
        <source>choose the format of the file</source>
        <translation>kies het formaat van het bestand</translation>
    </message>
    <message>
        <source>choose the format, such as doccano, or rename the key</source>
        <translation>kies het formaat, zoals doccano, of geef de sleutel een andere naam</translation>
    </message>
    <message>
        <source>close it and open it from the welcome page: there it opens as {0}</source>
        <translation>sluit het en open het vanaf de welkomstbladzijde: daar gaat het open als {0}</translation>
    </message>
    <message>
        <source>do not use these files; please report this</source>
        <translation>gebruik deze bestanden niet; meld dit alstublieft</translation>
    </message>
    <message>
        <source>export some as jsonl</source>
        <translation>exporteer er als jsonl</translation>
    </message>
    <message>
        <source>give a name</source>
        <translation>geef een naam op</translation>
    </message>
    <message>
        <source>go on without suggestions, or start the program again</source>
        <translation>ga verder zonder suggesties, of start het programma opnieuw</translation>
    </message>
    <message>
        <source>import or finish some, or take the tick off “Only articles that are done”</source>
        <translation>importeer er, of maak er af, of haal het vinkje weg bij “Alleen artikelen die klaar zijn”</translation>
    </message>
    <message>
        <source>keep one of them, or give another name under “Decisions of”</source>
        <translation>behoud er een van, of geef een andere naam op bij “Beslissingen van”</translation>
    </message>
    <message>
        <source>labels are numbers: export them as text, or say in the preview which label each stands for</source>
        <translation>labels zijn nummers: exporteer ze als tekst, of zeg in de voorvertoning voor welk label elk staat</translation>
    </message>
    <message>
        <source>mend it; as it is, the file stays out</source>
        <translation>herstel dat; zoals het is blijft het bestand weg</translation>
    </message>
    <message>
        <source>restore a backup: on the welcome page, “Restore a backup …”</source>
        <translation>zet een reservekopie terug: op de welkomstbladzijde, “Reservekopie terugzetten …”</translation>
    </message>
    <message>
        <source>save it again as UTF-8</source>
        <translation>bewaar het opnieuw als UTF-8</translation>
    </message>
    <message>
        <source>say in the preview of the import what becomes of it: added to the scheme, read as another, or left out</source>
        <translation>zeg in de voorvertoning van de import wat ermee gebeurt: toevoegen aan het schema, lezen als een ander, of weglaten</translation>
    </message>
    <message>
        <source>see the history of the article</source>
        <translation>zie de geschiedenis van het artikel</translation>
    </message>
    <message>
        <source>see {0}</source>
        <translation>zie {0}</translation>
    </message>
    <message>
        <source>spans accepted from planted wrong suggestions: {0}; the place Learning counts them</source>
        <translation>spans overgenomen uit ondergeschoven suggesties: {0}; de plek Leren telt ze</translation>
    </message>
    <message>
        <source>start the program without its safe mode</source>
        <translation>start het programma zonder de veilige modus</translation>
    </message>
    <message>
        <source>there is nothing to do: the file stays out</source>
        <translation>u hoeft niets te doen: het bestand blijft weg</translation>
    </message>
    <message>
        <source>tick that they are withdrawn, or keep it</source>
        <translation>vink aan dat ze ingetrokken worden, of houd het</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>probeer het opnieuw</translation>
    </message>
    <message>
        <source>unpack it, and choose the format of a file</source>
        <translation>pak het uit, en kies het formaat van een bestand</translation>
    </message>
    <message>
        <source>use another name, or {0}</source>
        <translation>gebruik een andere naam, of {0}</translation>
    </message>
    <message>
        <source>use “Export” instead</source>
        <translation>gebruik “Exporteren”</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A desk for labelling Dutch conflict news. It works without a network.</source>
        <translation>Een werktafel om Nederlandstalig conflictnieuws te labelen. Ze werkt zonder netwerk.</translation>
    </message>
    <message>
        <source>A few short articles with suggestions, to look round and try everything.</source>
        <translation>Enkele korte artikelen met suggesties, om rond te kijken en alles te proberen.</translation>
    </message>
    <message>
        <source>A file that ends in .annotator</source>
        <translation>Een bestand dat op .annotator eindigt</translation>
    </message>
    <message>
        <source>Articles that someone has given you to annotate, in a file that ends in .annopack.</source>
        <translation>Artikelen die iemand u te annoteren gaf, in een bestand dat op .annopack eindigt.</translation>
    </message>
    <message>
        <source>Articles, a scheme of labels, and off you go.</source>
        <translation>Artikelen, een schema met labels, en u kunt beginnen.</translation>
    </message>
    <message>
        <source>Language, looks, reading, work, keys</source>
        <translation>Taal, uiterlijk, lezen, werk, toetsen</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>Het voorbeeldproject wordt gemaakt</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>{name} wordt gemaakt</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nieuw project</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Project openen</translation>
    </message>
    <message>
        <source>Open a project …</source>
        <translation>Project openen …</translation>
    </message>
    <message>
        <source>Open a work package</source>
        <translation>Werkpakket openen</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Voorbeeldproject openen</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wordt geopend</translation>
    </message>
    <message>
        <source>Projects (*.annotator)</source>
        <translation>Projecten (*.annotator)</translation>
    </message>
    <message>
        <source>Projects (*.annotator);;All files (*)</source>
        <translation>Projecten (*.annotator);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Puts a backup in the place of a project</source>
        <translation>Zet een reservekopie in de plaats van een project</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Recente projecten</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Reservekopie terugzetten …</translation>
    </message>
    <message>
        <source>Restoring {name}</source>
        <translation>{name} wordt teruggezet</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Instellingen …</translation>
    </message>
    <message>
        <source>The arrows choose a project, Enter opens it</source>
        <translation>De pijltjes kiezen een project, Enter opent het</translation>
    </message>
    <message>
        <source>Where does your project go?</source>
        <translation>Waar komt uw project?</translation>
    </message>
    <message>
        <source>Work packages (*.annopack);;All files (*)</source>
        <translation>Werkpakketten (*.annopack);;Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>WhoseDialog</name>
    <message>
        <source>Articles that two or more of them finished: {count}</source>
        <translation>Artikelen die twee of meer van hen hebben afgemaakt: {count}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Compare them</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Leaves all as it was; Escape does it too</source>
        <translation>Laat alles zoals het was; dat doet Escape ook</translation>
    </message>
    <message>
        <source>Lists the articles that two or more of them finished</source>
        <translation>Toont de artikelen die twee of meer van hen hebben afgemaakt</translation>
    </message>
    <message>
        <source>Space changes it</source>
        <translation>De spatiebalk verandert het</translation>
    </message>
    <message>
        <source>Votes, too, count only those that are ticked.</source>
        <translation>Ook stemmingen tellen alleen wie aangevinkt is.</translation>
    </message>
    <message>
        <source>Whose versions are compared</source>
        <translation>Wiens versies vergeleken worden</translation>
    </message>
    <message>
        <source>choose at least two annotators</source>
        <translation>kies minstens twee annotatoren</translation>
    </message>
    <message>
        <source>{name} · articles done: {count}</source>
        <translation>{name} · artikelen klaar: {count}</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Add the articles first: files, or a folder that holds some.</source>
        <translation>Voeg eerst de artikelen toe: bestanden, of een map ermee.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Project maken</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>Naam en plaats</translation>
    </message>
    <message>
        <source>New project · step {step} of {count}</source>
        <translation>Nieuw project · stap {step} van {count}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Reads the articles and opens the project</source>
        <translation>Leest de artikelen en opent het project</translation>
    </message>
    <message>
        <source>The files are still being looked at; a moment.</source>
        <translation>De bestanden worden nog bekeken; een ogenblik.</translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation>Naar de volgende stap</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>Naar de vorige stap</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Wat er ontbreekt</translation>
    </message>
    <message>
        <source>What will come in?</source>
        <translation>Wat komt er binnen?</translation>
    </message>
    <message>
        <source>Which articles?</source>
        <translation>Welke artikelen?</translation>
    </message>
    <message>
        <source>Which labels?</source>
        <translation>Welke labels?</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artikelen</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>How much of the work is done</source>
        <translation>Hoeveel van het werk gedaan is</translation>
    </message>
    <message>
        <source>Looking for names and events …</source>
        <translation>Namen en gebeurtenissen zoeken …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Reading the articles …</source>
        <translation>De artikelen worden gelezen …</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Het begint …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Het stopt …</translation>
    </message>
    <message>
        <source>Stops the work at the next occasion</source>
        <translation>Stopt het werk bij de eerste gelegenheid</translation>
    </message>
    <message>
        <source>Suggestions for {done} of {total} articles · {rate} a second</source>
        <translation>Suggesties voor {done} van {total} artikelen · {rate} per seconde</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Aan het werk …</translation>
    </message>
    <message>
        <source>{done} articles read · {rate} a second</source>
        <translation>{done} artikelen gelezen · {rate} per seconde</translation>
    </message>
    <message>
        <source>{done} of {total} · {rate} a second</source>
        <translation>{done} van {total} · {rate} per seconde</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>How much of the work is done</source>
        <translation>Hoeveel van het werk gedaan is</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stops it; then nothing of it has happened. {key:clear} does it too</source>
        <translation>Stopt het; dan is er niets van gebeurd. {key:clear} doet dat ook</translation>
    </message>
    <message>
        <source>{about} · {done} of {total} articles looked at · {rate} a second</source>
        <translation>{about} · {done} van {total} artikelen bekeken · {rate} per seconde</translation>
    </message>
    <message>
        <source>{about} · {done} of {total} decisions written · {rate} a second</source>
        <translation>{about} · {done} van {total} beslissingen geschreven · {rate} per seconde</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>other long work is under way; wait a moment, or stop it</source>
        <translation>er is ander lang werk bezig; wacht even, of stop dat</translation>
    </message>
</context>
<context>
    <name>_WritingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>How many articles are done</source>
        <translation>Hoeveel artikelen klaar zijn</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Stops; then nothing has changed</source>
        <translation>Stopt; dan is er niets veranderd</translation>
    </message>
    <message>
        <source>{done} of {total} articles · {rate} a second</source>
        <translation>{done} van {total} artikelen · {rate} per seconde</translation>
    </message>
</context>
</TS>
