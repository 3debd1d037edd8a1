import CronSchedule
import Testing

struct LanguageGermanTests {
    @Test("schedules are described in German", arguments: DescriptionTable.rows(sentences))
    func description(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression).description(DescriptionStyle(language: .german)) == description)
    }

    @Test("fields are described in German", arguments: DescriptionTable.rows(fields))
    func field(_ expression: String, descriptions: String) throws {
        let fields = try #require(try Schedule.parse(expression).fields)
        let style = DescriptionStyle(language: .german)
        #expect(fields.all.map { $0.description(style) }.joined(separator: "; ") == descriptions)
    }

    private static let sentences = """
        * * * * *              | Jede Minute
        */5 * * * *            | Alle 5 Minuten
        */45 * * * *           | In den Minuten 0 und 45 jeder Stunde
        */7 * * * *            | Alle 7 Minuten, in den Minuten 0 bis 56 jeder Stunde
        0 * * * *              | Jede Stunde
        1 * * * *              | Jeweils 1 Minute nach der vollen Stunde
        0,30 * * * *           | In den Minuten 0 und 30 jeder Stunde
        5-10 * * * *           | In den Minuten 5 bis 10 jeder Stunde
        0 */2 * * *            | Alle 2 Stunden
        15 */4 * * *           | Jeweils 15 Minuten nach der vollen Stunde, alle 4 Stunden
        0 9-18/2 * * *         | Alle 2 Stunden, zwischen 09:00 und 17:00
        0 9-17 * * *           | Jeweils 0 Minuten nach der vollen Stunde, zwischen 09:00 und 17:00
        */15 */2 * * *         | Alle 15 Minuten, in jeder 2. Stunde von 00:00 bis 22:59
        */10 9-17 * * 1-5      | Alle 10 Minuten, zwischen 09:00 und 17:59, Montag bis Freitag
        5 9,12-18 * * *        | Jeweils 5 Minuten nach der vollen Stunde, während der Stunden, die um 09:00 und 12:00 bis 18:00 beginnen
        0-10 11 * * *          | Jede Minute zwischen 11:00 und 11:10
        0 9 * * *              | Um 09:00
        30 6,14,16 * * *       | Um 06:30, 14:30 und 16:30
        0 9 * * 1-5            | Um 09:00, Montag bis Freitag
        0 9 * * 6,0            | Um 09:00, nur am Samstag und Sonntag
        0 9 * * 1-3,5          | Um 09:00, nur von Montag bis Mittwoch und am Freitag
        0 0 1,15 * *           | Um 00:00, am 1. und 15. des Monats
        0 0 1-7 * *            | Um 00:00, vom 1. bis 7. des Monats
        0 0 */2 * *            | Um 00:00, alle 2 Tage vom 1. bis 31. des Monats
        0 0 15 * 1             | Um 00:00, am 15. des Monats oder am Montag
        0 0 15 * 1-5           | Um 00:00, am 15. des Monats oder von Montag bis Freitag
        0 0 */2 * 1            | Um 00:00, alle 2 Tage vom 1. bis 31. des Monats, nur am Montag
        0 0 L * *              | Um 00:00, am letzten Tag des Monats
        0 0 L-3 * *            | Um 00:00, 3 Tage vor dem letzten Tag des Monats
        0 0 LW * *             | Um 00:00, am letzten Werktag (Mo–Fr) des Monats
        0 0 15W * *            | Um 00:00, am nächstgelegenen Werktag (Mo–Fr) zum 15. des Monats
        0 0 L-1W * *           | Um 00:00, am nächstgelegenen Werktag (Mo–Fr) zum Tag vor dem letzten Tag des Monats
        0 0 L-3W * *           | Um 00:00, am nächstgelegenen Werktag (Mo–Fr) zum 3. Tag vor dem letzten Tag des Monats
        0 0 15,L-1,L-3 * *     | Um 00:00, am 15., am Tag vor dem letzten Tag und am 3. Tag vor dem letzten Tag des Monats
        0 0 1-5,10-15,20 * *   | Um 00:00, an den Tagen 1 bis 5, 10 bis 15 und 20 des Monats
        0 0 L-1,L-2,L-3 * *    | Um 00:00, vom 3. bis 1. Tag vor dem letzten Tag des Monats
        0 0 * * 1#1,1#3        | Um 00:00, am ersten Montag des Monats und am dritten Montag des Monats
        0 0 1-7 * 1,5L         | Um 00:00, vom 1. bis 7. des Monats oder am Montag und am letzten Freitag des Monats
        0 0 1-31/2 * 1         | Um 00:00, alle 2 Tage vom 1. bis 31. des Monats oder am Montag
        0 0 */2 * 1-5          | Um 00:00, alle 2 Tage vom 1. bis 31. des Monats, nur von Montag bis Freitag
        0 0 1,10-12,1W,L * *   | Um 00:00, am 1., vom 10. bis 12., am ersten Werktag (Mo–Fr) und am letzten Tag des Monats
        0 0 * * 5L             | Um 00:00, am letzten Freitag des Monats
        0 0 * * 5#2            | Um 00:00, am zweiten Freitag des Monats
        0 0 15 * 1,5#2         | Um 00:00, am 15. des Monats oder am Montag und am zweiten Freitag des Monats
        0 0 1 */3 *            | Um 00:00, am 1. des Monats, alle 3 Monate
        0 0 1 2-12/2 *         | Um 00:00, am 1. des Monats, alle 2 Monate, Februar bis Dezember
        0 0 * */2 *            | Um 00:00, nur in jedem 2. Monat von Januar bis November
        0 0 1 1,7 *            | Um 00:00, am 1. des Monats, nur im Januar und Juli
        0 0 1 1-3 *            | Um 00:00, am 1. des Monats, Januar bis März
        0 0 1 1 * 2026         | Um 00:00, am 1. des Monats, nur im Januar, nur im Jahr 2026
        0 0 1 1 * 2026-2028    | Um 00:00, am 1. des Monats, nur im Januar, von 2026 bis 2028
        0 0 1 1 * 2026,2030/2  | Um 00:00, am 1. des Monats, nur im Januar, nur im Jahr 2026 und jedem 2. Jahr von 2030 bis 2500
        */10 * * * * *         | Alle 10 Sekunden
        30 */5 9-17 * * *      | Jeweils 30 Sekunden nach der vollen Minute, alle 5 Minuten, zwischen 09:00 und 17:59:59
        * */5 * * * *          | Jede Sekunde, in jeder 5. Minute von Minute 0 bis 55 der Stunde
        0,30 0-10 11 * * *     | In den Sekunden 0 und 30 jeder Minute, zwischen 11:00 und 11:10:59
        30 0 9 * * *           | Um 09:00:30
        * 0 */2 * * *          | Jede Sekunde, während Minute 0 der Stunde, in jeder 2. Stunde von 00:00 bis 22:59:59
        */10 5,10 * * * *      | Alle 10 Sekunden, während der Minuten 5 und 10 der Stunde
        @reboot                | Einmal beim Start des Rechners
        """

    private static let fields = """
        * * * * *                   | jede Minute; jede Stunde; jeden Tag; jeden Monat; an jedem Tag der Woche
        0 9 15 1 1                  | in Minute 0; in Stunde 9; am 15.; im Januar; am Montag
        5-10 9-17 1-7 1-3 1-5       | in den Minuten 5 bis 10; in den Stunden 9 bis 17; vom 1. bis 7.; Januar bis März; Montag bis Freitag
        */15 */6 */7 */3 */2        | alle 15 Minuten; alle 6 Stunden; an den Tagen 1, 8, 15, 22 und 29; alle 3 Monate; am Sonntag, Dienstag, Donnerstag und Samstag
        1-59/2 8-18/2 */2 2-12/2 7  | alle 2 Minuten von 1 bis 59; alle 2 Stunden von 8 bis 18; alle 2 Tage vom 1. bis 31.; alle 2 Monate von Februar bis Dezember; am Sonntag
        30 5 1 15,L * 1,5#2 2026/2  | in Sekunde 30; in Minute 5; in Stunde 1; am 15. und am letzten Tag des Monats; jeden Monat; am Montag und am zweiten Freitag des Monats; alle 2 Jahre von 2026 bis 2500
        */7 5,6 1-8/3 LW * 5L 2026  | alle 7 Sekunden von 0 bis 56; in den Minuten 5 und 6; alle 3 Stunden von 1 bis 7; am letzten Werktag (Mo–Fr) des Monats; jeden Monat; am letzten Freitag des Monats; im Jahr 2026
        """
}
