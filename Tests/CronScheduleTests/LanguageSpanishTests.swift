import CronSchedule
import Testing

struct LanguageSpanishTests {
    @Test("schedules are described in Spanish", arguments: DescriptionTable.rows(sentences))
    func description(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression).description(DescriptionStyle(language: .spanish)) == description)
    }

    @Test("fields are described in Spanish", arguments: DescriptionTable.rows(fields))
    func field(_ expression: String, descriptions: String) throws {
        let fields = try #require(try Schedule.parse(expression).fields)
        let style = DescriptionStyle(language: .spanish)
        #expect(fields.all.map { $0.description(style) }.joined(separator: "; ") == descriptions)
    }

    private static let sentences = """
        * * * * *              | Cada minuto
        */5 * * * *            | Cada 5 minutos
        */45 * * * *           | En los minutos 0 y 45 de cada hora
        */7 * * * *            | Cada 7 minutos, en los minutos 0 a 56 de cada hora
        0 * * * *              | Cada hora
        1 * * * *              | En el minuto 1 de la hora
        0,30 * * * *           | En los minutos 0 y 30 de cada hora
        5-10 * * * *           | En los minutos 5 a 10 de cada hora
        0 */2 * * *            | Cada 2 horas
        15 */4 * * *           | En el minuto 15 de la hora, cada 4 horas
        0 9-18/2 * * *         | Cada 2 horas, entre las 09:00 y las 17:00
        0 9-17 * * *           | En el minuto 0 de la hora, entre las 09:00 y las 17:00
        */15 */2 * * *         | Cada 15 minutos, durante la primera de cada 2 horas, desde las 00:00 hasta las 22:59
        */10 9-17 * * 1-5      | Cada 10 minutos, entre las 09:00 y las 17:59, de lunes a viernes
        5 9,12-18 * * *        | En el minuto 5 de la hora, durante las horas que empiezan a las 09:00 y las 12:00 a las 18:00
        0-10 11 * * *          | Cada minuto entre las 11:00 y las 11:10
        0 9 * * *              | A las 09:00
        30 6,14,16 * * *       | A las 06:30, a las 14:30 y a las 16:30
        0 1 * * *              | A la 01:00
        0 0,1 * * *            | A las 00:00 y a la 01:00
        0-10 1 * * *           | Cada minuto entre la 01:00 y la 01:10
        */15 1-23/2 * * *      | Cada 15 minutos, durante la primera de cada 2 horas, desde la 01:00 hasta las 23:59
        0 9 * * 1-5            | A las 09:00, de lunes a viernes
        0 9 * * 6,0            | A las 09:00, solo los sábados y domingos
        0 9 * * 1-3,5          | A las 09:00, solo de lunes a miércoles y los viernes
        0 0 1,15 * *           | A las 00:00, los días 1 y 15 del mes
        0 0 1-7 * *            | A las 00:00, del día 1 al 7 del mes
        0 0 */2 * *            | A las 00:00, cada 2 días, del día 1 al 31 del mes
        0 0 15 * 1             | A las 00:00, el día 15 del mes, o los lunes
        0 0 15 * 1-5           | A las 00:00, el día 15 del mes, o de lunes a viernes
        0 0 */2 * 1            | A las 00:00, cada 2 días, del día 1 al 31 del mes, solo los lunes
        0 0 L * *              | A las 00:00, el último día del mes
        0 0 L-3 * *            | A las 00:00, 3 días antes del último día del mes
        0 0 L-1,L-2,L-3 * *    | A las 00:00, los días que caen de 3 a 1 días antes del último día del mes
        0 0 15,L-3 * *         | A las 00:00, el día 15 y el que cae 3 días antes del último día del mes
        0 0 LW * *             | A las 00:00, el último día laborable (de lunes a viernes) del mes
        0 0 15W * *            | A las 00:00, el día laborable (de lunes a viernes) más cercano al día 15 del mes
        0 0 L-1W * *           | A las 00:00, el día laborable (de lunes a viernes) más cercano al que cae 1 día antes del último día del mes
        0 0 1,10-12,1W,L * *   | A las 00:00, el día 1, los días 10 a 12, el primer día laborable (de lunes a viernes) y el último día del mes
        0 0 * * 5L             | A las 00:00, el último viernes del mes
        0 0 * * 5#2            | A las 00:00, el segundo viernes del mes
        0 0 15 * 1,5#2         | A las 00:00, el día 15 del mes, o los lunes y el segundo viernes del mes
        0 0 1 */3 *            | A las 00:00, el día 1 del mes, cada 3 meses
        0 0 1 2-12/2 *         | A las 00:00, el día 1 del mes, cada 2 meses, de febrero a diciembre
        0 0 * */2 *            | A las 00:00, solo en el primero de cada 2 meses, de enero a noviembre
        0 0 1 1,7 *            | A las 00:00, el día 1 del mes, solo en enero y julio
        0 0 1 1-3 *            | A las 00:00, el día 1 del mes, de enero a marzo
        0 0 1 1 * 2026         | A las 00:00, el día 1 del mes, solo en enero, solo en 2026
        0 0 1 1 * 2026-2028    | A las 00:00, el día 1 del mes, solo en enero, de 2026 a 2028
        0 0 1 1 * 2026,2030/2  | A las 00:00, el día 1 del mes, solo en enero, solo en 2026 y el primero de cada 2 años desde 2030 hasta 2500
        */10 * * * * *         | Cada 10 segundos
        30 */5 9-17 * * *      | En el segundo 30 del minuto, cada 5 minutos, entre las 09:00 y las 17:59:59
        * */5 * * * *          | Cada segundo, durante el primero de cada 5 minutos, del 0 al 55 de la hora
        0,30 0-10 11 * * *     | En los segundos 0 y 30 de cada minuto, entre las 11:00 y las 11:10:59
        30 0 9 * * *           | A las 09:00:30
        * 0 */2 * * *          | Cada segundo, durante el minuto 0 de la hora, durante la primera de cada 2 horas, desde las 00:00 hasta las 22:59:59
        */10 5,10 * * * *      | Cada 10 segundos, durante los minutos 5 y 10 de la hora
        @reboot                | Una vez, al arrancar el equipo
        """

    private static let fields = """
        * * * * *                   | cada minuto; cada hora; todos los días; todos los meses; todos los días de la semana
        0 9 15 1 1                  | en el minuto 0; en la hora 9; el día 15; en enero; los lunes
        5-10 9-17 1-7 1-3 1-5       | en los minutos 5 a 10; en las horas 9 a 17; del día 1 al 7; de enero a marzo; de lunes a viernes
        */15 */6 */7 */3 */2        | cada 15 minutos; cada 6 horas; los días 1, 8, 15, 22 y 29; cada 3 meses; los domingos, martes, jueves y sábados
        1-59/2 8-18/2 */2 2-12/2 7  | cada 2 minutos del 1 al 59; cada 2 horas de la 8 a la 18; cada 2 días del 1 al 31; cada 2 meses de febrero a diciembre; los domingos
        30 5 1 15,L * 1,5#2 2026/2  | en el segundo 30; en el minuto 5; en la hora 1; el día 15 y el último día del mes; todos los meses; los lunes y el segundo viernes del mes; cada 2 años de 2026 a 2500
        */7 5,6 1-8/3 LW * 5L 2026  | cada 7 segundos del 0 al 56; en los minutos 5 y 6; cada 3 horas de la 1 a la 7; el último día laborable (de lunes a viernes) del mes; todos los meses; el último viernes del mes; en 2026
        """
}
