/// Units by what people write on invoices.
enum UnitOfMeasure {
    /// One, the unit of what is merely counted.
    static let one = "C62"

    /// The code of UN/ECE Recommendation 20 or 21 for a code or a word such as `hours` or `Stück`; ``one`` for any other text.
    ///
    /// A code is one only as the recommendation spells it, in capitals: `STK` is a stick, `Stk` a piece.
    static func code(of text: String) -> String {
        if text.isEmpty { return one }
        if CodeList.units.contains(text) { return text }
        let word = text.lowercased().filter { $0 != "." && $0 != " " }
        return words[word] ?? one
    }

    private static let words: [String: String] = table.split(separator: "\n").reduce(into: [:]) { words, line in
        let parts = line.split(separator: " ")
        guard let code = parts.first else { return }
        for word in parts.dropFirst() {
            words[String(word)] = String(code)
        }
    }

    private static let table = """
        C62 unit units unité unités unidad unidades one each ea einheit einheiten x
        H87 piece pieces pc pcs pce stück stueck stk st pièce pièces pza pieza piezas pezzo pezzi stuk stuks szt sztuk item items
        HUR hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren godz godzina godzin
        MIN minute minutes min minuten minuto minutos minuti
        SEC second seconds sec s sekunde sekunden seconde secondes
        DAY day days d tag tage jour jours día días giorno giorni dag dagen dzień dni persondays persontage
        WEE week weeks wk woche wochen semaine semaines semana semanas settimana settimane weken
        MON month months mo monat monate mois mes meses mese mesi maand maanden miesiąc
        ANN year years yr jahr jahre an ans année années año años anno anni jaar rok
        KGM kg kilogram kilograms kilo kilogramm kilogramme kilogrammes kilogramo kilogramos
        GRM g gram grams gramm gramme grammes gramo gramos
        MGM mg milligram milligrams milligramm
        TNE t ton tons tonne tonnes tonnen metricton tonelada toneladas
        LBR lb lbs pound pounds
        ONZ oz ounce ounces
        KMT km kilometre kilometer kilometres kilometers kilomètre kilomètres kilómetro kilómetros
        MTR m metre meter metres meters mètre mètres metro metros metri lfm
        CMT cm centimetre centimeter centimetres centimeters zentimeter
        MMT mm millimetre millimeter millimetres millimeters
        SMI mile miles mi
        FOT foot feet ft
        INH inch inches in
        YRD yard yards yd
        MTK m² m2 sqm qm squaremetre squaremeter squaremetres squaremeters quadratmeter
        FTK sqft ft² ft2 squarefoot squarefeet
        MTQ m³ m3 cbm cubicmetre cubicmeter kubikmeter
        LTR l litre liter litres liters litro litros litri
        MLT ml millilitre milliliter
        GLL gal gallon gallons
        KWH kwh kilowatthour kilowatthours kilowattstunde kilowattstunden
        KWT kw kilowatt
        LS flat flatrate lumpsum lump pauschal pauschale forfait
        SET set sets satz
        PR pair pairs paar paire paires
        DZN dozen dozens dz dutzend douzaine
        P1 % percent prozent
        XBX box boxes karton kartons
        XPK package packages pack packs packung paket pakete paquet
        XPX pallet pallets palette paletten
        XBO bottle bottles flasche flaschen
        XRO roll rolls rolle rollen
        """
}
