// How we count, in Swedish.
import type { ShownWords } from '../shown-words.ts'

export const method = {
  method: {
    title: 'Så räknar vi',
    lead: 'Varje tal i Lykta har en enhet, en bas och en period. Här står reglerna i korthet.',
    contents: 'Avsnitt',
    units: 'Vad som räknas',
    unitsText: 'Talen räknar olika saker. Två tal går bara att jämföra när de har samma enhet.',
    sections: [
      { id: 'seen', title: 'Vad talen visar', text: ['Talen visar vad nätverkets organisationer har sett och rapporterat. De visar inte hur mycket som förekommer. Blir det fler incidenter kan det bero på att fler tittar.'] },
      { id: 'incident', title: 'Incident', text: ['En incident är en händelse så som en organisation har rapporterat den. Den räknas i den period då den inträffade. Är datumet känt bara till året räknas incidenten i året och i ingen månad. Tillbakadragna incidenter räknas inte, och hur många de är står bredvid.'] },
      { id: 'exposure', title: 'Period och insamling', text: ['Ett år räknas bara för de månader då nätverket samlade in uppgifter. Därför står antalet månader bredvid året, och år jämförs per månad. En kort period räknas aldrig upp till ett helt år.'] },
      { id: 'persons', title: 'Personer', text: ['En möjligt utsatt person räknas en gång i varje period, också när samma person förekommer i flera incidenter. Åren behöver därför inte summera till totalen.', 'Saknar en incident uppgift om antal är det okänt, inte noll. Då, och när det bara står ”minst”, blir summan en undre gräns och skrivs ”minst”.'] },
      { id: 'contact', title: 'Direkt kontakt och stöd', text: ['Direkt kontakt betyder att personal eller volontärer från socialtjänst eller civilsamhälle har talat eller skrivit med personen. Polis, vård och företag räknas inte dit. Att ha tackat ja räknas i personer av dem som fick kontakt.'] },
      { id: 'police', title: 'Polis och polisanmälningar', text: ['Att polisen kontaktades räknas i incidenter: ja, nej eller okänt. En incident kan leda till flera polisanmälningar, eller ingen. De räknas i den period då incidenten inträffade, inte då anmälan gjordes. Saknas antalet är det okänt, inte noll. Polisens egen statistik räknas på annat sätt och kan inte jämföras rakt av.'] },
      { id: 'perpetrators', title: 'Möjliga förövare', text: ['Möjliga förövare räknas efter roll: sexköpare, kopplare och andra. De räknas per incident, så samma person kan ingå flera gånger. Saknar en incident uppgift om antal, eller står det bara ”minst”, är summan en undre gräns också här. Ingen är dömd för att stå här.'] },
      { id: 'network', title: 'Organisationer', text: ['En organisation räknas om den var med i nätverket någon dag i perioden. Bredvid står hur många som var med vid periodens slut, och hur många som rapporterade något. Fler som tittar kan ge fler incidenter utan att det händer mer.'] },
      { id: 'several', title: 'Flera svar', text: ['En incident kan ha flera indikatorer och flera nationaliteter. Då räknas den på varje rad, och raderna kan tillsammans bli fler än basen. Basen är de incidenter eller personer där minst ett svar är känt.'] },
      { id: 'percent', title: 'Procent', text: ['Procent visas bara när basen är minst 20, och alltid tillsammans med basen. Täljare och bas har samma enhet. Av en undre gräns räknas aldrig procent.'] },
      { id: 'chance', title: 'Slump', text: ['Bredvid tal per månad står ett intervall. Det visar vad slumpen ensam kan ge, med 95 procents säkerhet. Orden ”fler” och ”färre” används bara när intervallet för kvoten inte rymmer 1, båda perioderna har minst sex månader och ingen av dem ligger helt i insamlingens första sex månader.'] },
      { id: 'as-of', title: 'Läge', text: ['Varje tal är räknat som uppgifterna stod vid ett visst läge. Ändras en uppgift senare får den en ny version, och den gamla finns kvar. Därför kan samma tal räknas fram igen flera år efteråt.'] },
    ],
    signs: 'Fyra tecken',
    signsText: 'Noll, okänt, inte insamlat och dolt är fyra olika saker och har var sitt tecken.',
    outside: 'Vad som visas utanför',
    outsideText: (outside: ShownWords, core: ShownWords): readonly string[] => [`Talen på de här sidorna är oskyddade och till för samordnaren och kärngruppen. I en utgåva för nätverket eller allmänheten visas ett tal först när det är minst ${outside.threshold} i sin egen enhet och vilar på minst ${outside.incidents} incidenter från minst ${outside.organisations} organisationer. I en utgåva för kärngruppen gäller minst ${core.threshold} i sin egen enhet, minst ${core.incidents} incidenter och minst ${core.organisations} organisationer. Små grupper slås samman, och det som ändå är för litet döljs. Till sist prövar Lykta om någon utomstående kan räkna ut det dolda.`, `Nationalitet, ålder och plats kräver minst ${outside.sensitive}, för kärngruppen minst ${core.sensitive}, och visas bara för flera år tillsammans.`],
  },
}
