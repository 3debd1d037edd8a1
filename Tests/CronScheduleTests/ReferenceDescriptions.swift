/// Descriptions on which PyPI `cron-descriptor` 2.2.1 (a port of cRonstrue) and this engine agree to the letter.
enum ReferenceDescriptions {
    static let rows = DescriptionTable.rows(table)

    private static let table = """
        * * * * *          | Every minute
        */1 * * * *        | Every minute
        */5 * * * *        | Every 5 minutes
        */15 * * * *       | Every 15 minutes
        */30 * * * *       | Every 30 minutes
        0 * * * *          | Every hour
        5 * * * *          | At 5 minutes past the hour
        30 * * * *         | At 30 minutes past the hour
        0 */2 * * *        | Every 2 hours
        0 */6 * * *        | Every 6 hours
        15 */4 * * *       | At 15 minutes past the hour, every 4 hours
        0 0 * * *          | At 12:00 AM
        0 12 * * *         | At 12:00 PM
        30 9 * * *         | At 09:30 AM
        5 4 * * *          | At 04:05 AM
        5 0 * 8 *          | At 12:05 AM, only in August
        15 14 1 * *        | At 02:15 PM, on day 1 of the month
        0 22 * * 1-5       | At 10:00 PM, Monday through Friday
        23 0-20/2 * * *    | At 23 minutes past the hour, every 2 hours, between 12:00 AM and 08:59 PM
        5 4 * * sun        | At 04:05 AM, only on Sunday
        0 0,12 1 */2 *     | At 12:00 AM and 12:00 PM, on day 1 of the month, every 2 months
        0 4 8-14 * *       | At 04:00 AM, between day 8 and 14 of the month
        0 0 1,15 * 3       | At 12:00 AM, on day 1 and 15 of the month, or on Wednesday
        0 9 * * 1-5        | At 09:00 AM, Monday through Friday
        0 9 * * MON-FRI    | At 09:00 AM, Monday through Friday
        0 9 * * 1          | At 09:00 AM, only on Monday
        0 9 * * 0          | At 09:00 AM, only on Sunday
        0 9 * * 7          | At 09:00 AM, only on Sunday
        0 9 * * 6,0        | At 09:00 AM, only on Saturday and Sunday
        0 9 * * 1,3,5      | At 09:00 AM, only on Monday, Wednesday, and Friday
        30 9-17 * * 1-5    | At 30 minutes past the hour, between 09:00 AM and 05:59 PM, Monday through Friday
        */10 9-17 * * 1-5  | Every 10 minutes, between 09:00 AM and 05:59 PM, Monday through Friday
        */5 3 * * *        | Every 5 minutes, between 03:00 AM and 03:59 AM
        * 9 * * *          | Every minute, between 09:00 AM and 09:59 AM
        0-10 11 * * *      | Every minute between 11:00 AM and 11:10 AM
        5-10 * * * *       | Minutes 5 through 10 past the hour
        1,2,3 * * * *      | At 1, 2, and 3 minutes past the hour
        5,10-12 * * * *    | At 5 and 10 through 12 minutes past the hour
        0,30 * * * *       | At 0 and 30 minutes past the hour
        30 6,14,16 * * *   | At 06:30 AM, 02:30 PM and 04:30 PM
        0 8,20 * * *       | At 08:00 AM and 08:00 PM
        0 0 1 * *          | At 12:00 AM, on day 1 of the month
        0 0 15 * *         | At 12:00 AM, on day 15 of the month
        0 0 1,15 * *       | At 12:00 AM, on day 1 and 15 of the month
        0 0 1-7 * *        | At 12:00 AM, between day 1 and 7 of the month
        0 0 1 1 *          | At 12:00 AM, on day 1 of the month, only in January
        0 0 1 1,7 *        | At 12:00 AM, on day 1 of the month, only in January and July
        0 0 1 */3 *        | At 12:00 AM, on day 1 of the month, every 3 months
        0 0 1 JAN-MAR *    | At 12:00 AM, on day 1 of the month, January through March
        0 0 29 2 *         | At 12:00 AM, on day 29 of the month, only in February
        0 0 25 12 *        | At 12:00 AM, on day 25 of the month, only in December
        23 12 * JAN *      | At 12:23 PM, only in January
        23 14 * * 0        | At 02:23 PM, only on Sunday
        * * * 3 *          | Every minute, only in March
        * * * 3,6 *        | Every minute, only in March and June
        0 0 * * 1-3,5      | At 12:00 AM, only on Monday through Wednesday and Friday
        0 2 * * 6          | At 02:00 AM, only on Saturday
        45 23 * * 6        | At 11:45 PM, only on Saturday
        10-50/10 * * * *   | Every 10 minutes, minutes 10 through 50 past the hour
        20 4 1-10,20 1-6 * | At 04:20 AM, on day 1 through 10 and 20 of the month, January through June
        59 23 31 12 *      | At 11:59 PM, on day 31 of the month, only in December
        0 6 * 1-6 1-5      | At 06:00 AM, Monday through Friday, January through June
        */20 8-18 * * *    | Every 20 minutes, between 08:00 AM and 06:59 PM
        0 0 15 * 1         | At 12:00 AM, on day 15 of the month, or on Monday
        30 */8 * * 1-5     | At 30 minutes past the hour, every 8 hours, Monday through Friday
        */2 * * * *        | Every 2 minutes
        0 0 31 2 *         | At 12:00 AM, on day 31 of the month, only in February
        0 0 13 * 5         | At 12:00 AM, on day 13 of the month, or on Friday
        """
}

/// Lines of an expression and its description with a bar between them.
enum DescriptionTable {
    static func rows(_ table: String) -> [(expression: String, description: String)] {
        table.split(separator: "\n").map { line in
            let parts = line.split(separator: "|").map { String($0.trimmingBlanks) }
            return (expression: parts[0], description: parts[1])
        }
    }
}
