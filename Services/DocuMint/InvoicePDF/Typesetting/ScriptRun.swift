internal import CHarfBuzz

/// A stretch of text in one script, which is what HarfBuzz shapes at a time.
struct ScriptRun {
    let range: Range<Int>
    let script: hb_script_t

    /// Cuts a text into runs. Characters that all scripts share (spaces, digits, punctuation, accents) go with what stands before
    /// them (UAX #24 §5).
    static func runs(of scalars: [Unicode.Scalar]) -> [ScriptRun] {
        var runs: [ScriptRun] = []
        var start = 0
        var script = HB_SCRIPT_COMMON
        for (index, scalar) in scalars.enumerated() {
            let next = Self.script(of: scalar)
            guard next != HB_SCRIPT_COMMON, next != HB_SCRIPT_INHERITED, next != script else { continue }
            if script != HB_SCRIPT_COMMON {
                runs.append(ScriptRun(range: start..<index, script: script))
                start = index
            }
            script = next
        }
        runs.append(ScriptRun(range: start..<scalars.count, script: script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : script))
        return runs
    }

    private static func script(of scalar: Unicode.Scalar) -> hb_script_t {
        switch scalar {
        case "a"..."z", "A"..."Z": HB_SCRIPT_LATIN
        case "\0"..."\u{7F}": HB_SCRIPT_COMMON
        default: hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
        }
    }
}
