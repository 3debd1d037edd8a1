extension Language {
    /// Spanish.
    public static let spanish = Language(
        code: "es",
        name: "Español",
        prefers24HourClock: true,
        Phrases(
            lists: ListPhrases(
                clause: ", ",
                orClause: ", ",
                next: ", ",
                pair: " y ",
                last: " y ",
                nextTime: ", a ",
                lastTime: " y a ",
                range: "{0} a {1}"
            ),
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
            ],
            weekdays: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
            listedWeekdays: ["domingos", "lunes", "martes", "miércoles", "jueves", "viernes", "sábados"],
            weekOrdinals: ["primer", "segundo", "tercer", "cuarto", "quinto"],
            ordinals: Ordinals(other: ".º", byLastDigit: []),
            beforeTime: CountedTemplate(one: "la ", other: "las "),
            halves: [" a. m.", " p. m."],
            atStartup: "una vez, al arrancar el equipo",
            inZone: "en la zona horaria {0}",
            second: SecondPhrases(
                every: "cada segundo",
                step: "cada {0} segundos",
                single: CountedTemplate(
                    one: "en el segundo {0} del minuto",
                    other: "en el segundo {0} del minuto"
                ),
                list: "en los segundos {0} de cada minuto",
                range: "en los segundos {0} a {1} de cada minuto",
                stepped: "cada {0} segundos, en los segundos {1} a {2} de cada minuto"
            ),
            minute: MinutePhrases(
                every: "cada minuto",
                step: "cada {0} minutos",
                single: CountedTemplate(
                    one: "en el minuto {0} de la hora",
                    other: "en el minuto {0} de la hora"
                ),
                list: "en los minutos {0} de cada hora",
                range: "en los minutos {0} a {1} de cada hora",
                stepped: "cada {0} minutos, en los minutos {1} a {2} de cada hora",
                everyBetween: "cada minuto entre {0} y {1}",
                during: "durante el minuto {0} de la hora",
                duringList: "durante los minutos {0} de la hora",
                duringStep: "durante el primero de cada {0} minutos, del {1} al {2} de la hora"
            ),
            hour: HourPhrases(
                at: "a {0}",
                every: "cada hora",
                step: "cada {0} horas",
                between: "entre {0} y {1}",
                stepped: "cada {0} horas, entre {1} y {2}",
                duringStep: "durante la primera de cada {0} horas, desde {1} hasta {2}",
                duringList: "durante las horas que empiezan a {0}"
            ),
            date: DatePhrases(
                every: "todos los días",
                single: "el día {0} del mes",
                list: "los días {0} del mes",
                rangeList: "los días {0} del mes",
                range: "del día {0} al {1} del mes",
                stepped: "cada {0} días, del día {1} al {2} del mes",
                beforeLast: CountedTemplate(
                    one: "{0} día antes del último día del mes",
                    other: "{0} días antes del último día del mes"
                ),
                monthly: "{0} del mes",
                number: "{0}",
                item: "el día {0}",
                itemRange: "los días {0} a {1}",
                itemStep: "el primero de cada {0} días del día {1} al {2}",
                lastDay: "el último día",
                lastDays: "los últimos {0} días",
                daysBeforeLast: "los días que caen de {0} a {1} días antes del último día",
                itemBeforeLast: CountedTemplate(
                    one: "el que cae {0} día antes del último día",
                    other: "el que cae {0} días antes del último día"
                ),
                firstWeekday: "el primer día laborable (de lunes a viernes)",
                lastWeekday: "el último día laborable (de lunes a viernes)",
                nearestWeekday: "el día laborable (de lunes a viernes) más cercano al día {0}",
                nearestWeekdayBeforeLast: CountedTemplate(
                    one: "el día laborable (de lunes a viernes) más cercano al que cae {0} día antes del último día",
                    other: "el día laborable (de lunes a viernes) más cercano al que cae {0} días antes del último día"
                )
            ),
            weekday: WeekdayPhrases(
                alone: .init(range: "de {0} a {1}", list: "solo los {0}", mixed: "solo {0}", monthly: "{0}"),
                only: .init(range: "solo de {0} a {1}", list: "solo los {0}", mixed: "solo {0}", monthly: "solo {0}"),
                or: .init(range: "o de {0} a {1}", list: "o los {0}", mixed: "o {0}", monthly: "o {0}"),
                item: "los {0}",
                itemRange: "de {0} a {1}",
                last: "el último {0} del mes",
                ordinal: "el {0} {1} del mes"
            ),
            month: MonthPhrases(
                list: "solo en {0}",
                range: "de {0} a {1}",
                step: "cada {0} meses",
                stepped: "cada {0} meses, de {1} a {2}",
                onlyStep: "solo en el primero de cada {0} meses, de {1} a {2}"
            ),
            year: YearPhrases(
                list: "solo en {0}",
                range: "de {0} a {1}",
                onlyStep: "solo en el primero de cada {0} años, desde {1} hasta {2}",
                itemStep: "el primero de cada {0} años desde {1} hasta {2}"
            ),
            fields: FieldPhrases(
                second: .init(
                    every: "cada segundo",
                    step: "cada {0} segundos",
                    single: "en el segundo {0}",
                    range: "en los segundos {0} a {1}",
                    list: "en los segundos {0}",
                    stepped: "cada {0} segundos del {1} al {2}"
                ),
                minute: .init(
                    every: "cada minuto",
                    step: "cada {0} minutos",
                    single: "en el minuto {0}",
                    range: "en los minutos {0} a {1}",
                    list: "en los minutos {0}",
                    stepped: "cada {0} minutos del {1} al {2}"
                ),
                hour: .init(
                    every: "cada hora",
                    step: "cada {0} horas",
                    single: "en la hora {0}",
                    range: "en las horas {0} a {1}",
                    list: "en las horas {0}",
                    stepped: "cada {0} horas de la {1} a la {2}"
                ),
                dayOfMonth: .init(
                    every: "todos los días",
                    step: "cada {0} días",
                    single: "el día {0}",
                    range: "del día {0} al {1}",
                    list: "los días {0}",
                    stepped: "cada {0} días del {1} al {2}"
                ),
                month: .init(
                    every: "todos los meses",
                    step: "cada {0} meses",
                    single: "en {0}",
                    range: "de {0} a {1}",
                    list: "en {0}",
                    stepped: "cada {0} meses de {1} a {2}"
                ),
                dayOfWeek: .init(
                    every: "todos los días de la semana",
                    step: "cada {0} días de la semana",
                    single: "los {0}",
                    range: "de {0} a {1}",
                    list: "los {0}",
                    stepped: "cada {0} días de la semana de {1} a {2}"
                ),
                year: .init(
                    every: "todos los años",
                    step: "cada {0} años",
                    single: "en {0}",
                    range: "de {0} a {1}",
                    list: "en {0}",
                    stepped: "cada {0} años de {1} a {2}"
                )
            )
        )
    )
}
