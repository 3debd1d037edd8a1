internal import CHarfBuzz

/// Turns characters into glyphs. One per document: it owns a HarfBuzz buffer, which only one thread may use.
final class Shaper {
    private let fonts: FontSet
    private let buffer: OpaquePointer?
    /// Characters that the fonts lack, collected over the document so that all can be reported at once.
    private(set) var missing: Set<Unicode.Scalar> = []

    init(fonts: FontSet) {
        self.fonts = fonts
        buffer = hb_buffer_create()
    }

    deinit {
        hb_buffer_destroy(buffer)
    }

    func unitsPerEm(of weight: FontWeight) -> Int { fonts[weight].metrics.unitsPerEm }

    /// The glyphs of a text, from left to right.
    func shape(_ scalars: [Unicode.Scalar], weight: FontWeight) -> [Glyph] {
        guard !scalars.isEmpty else { return [] }
        let codepoints = scalars.map(\.value)
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(scalars.count)
        for run in ScriptRun.runs(of: scalars) {
            shape(run, of: codepoints, font: fonts[weight].font)
            append(run, to: &glyphs)
        }
        reportMissing(glyphs, of: scalars)
        return glyphs
    }

    private func shape(_ run: ScriptRun, of codepoints: [UInt32], font: OpaquePointer) {
        hb_buffer_clear_contents(buffer)
        hb_buffer_add_codepoints(
            buffer,
            codepoints,
            Int32(codepoints.count),
            UInt32(run.range.lowerBound),
            Int32(run.range.count)
        )
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, run.script)
        // Named, because the default is taken from the environment of the process.
        hb_buffer_set_language(buffer, Self.language)
        // An accent belongs to the cluster of its letter, so that both are read back, and broken off a line, as one.
        hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
        hb_shape(font, buffer, nil, 0)
    }

    private func append(_ run: ScriptRun, to glyphs: inout [Glyph]) {
        var length: UInt32 = 0
        let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &length), count: Int(length))
        let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &length), count: Int(length))
        var clusterEnd = run.range.upperBound
        let firstNew = glyphs.count
        for index in infos.indices.reversed() {
            let start = Int(infos[index].cluster)
            let isFirstOfCluster = index == 0 || infos[index - 1].cluster != infos[index].cluster
            glyphs.append(
                Glyph(
                    id: GlyphID(truncatingIfNeeded: infos[index].codepoint),
                    textStart: Int32(start),
                    textCount: isFirstOfCluster ? Int32(clusterEnd - start) : 0,
                    advance: positions[index].x_advance,
                    xOffset: positions[index].x_offset,
                    yOffset: positions[index].y_offset
                )
            )
            if isFirstOfCluster { clusterEnd = start }
        }
        glyphs[firstNew...].reverse()
    }

    private func reportMissing(_ glyphs: [Glyph], of scalars: [Unicode.Scalar]) {
        for glyph in glyphs where glyph.id == 0 {
            missing.formUnion(scalars[Int(glyph.textStart)...].prefix(max(1, Int(glyph.textCount))))
        }
    }

    // HarfBuzz keeps languages for the life of the process, in a list that is safe for threads.
    nonisolated(unsafe) private static let language = hb_language_from_string("en", -1)
}
