extension ContainerRule {
    /// Colour, images and transparency in PDF/A-3 (ISO 19005-3 §6.2.2 to §6.2.10).
    static let archiveColor = [
        ContainerRule("PDF/A 6.2.3-1", .pdfA, "The output intent of PDF/A has a sound ICC profile") { pdf in
            pdf.archiveIntents.compactMap(\.fault)
        },
        ContainerRule("PDF/A 6.2.3-2", .pdfA, "All output intents share one profile") { pdf in
            Set(pdf.outputIntents.compactMap(\.profileNumber)).count <= 1
        },
        ContainerRule("PDF/A 6.2.4.2-1", .pdfA, "ICC profiles of colour spaces are sound and match their N") { pdf in
            pdf.profiles.compactMap { number, stream in
                guard let data = pdf.file.data(of: stream, limit: 4 << 20) else { return "object \(number) cannot be unpacked" }
                do throws(ICCProfile.Fault) {
                    let isMatching = try ICCProfile(data).components == pdf.file.resolved(stream.entries["N"]).integer
                    return isMatching ? nil : "object \(number): N does not match"
                } catch {
                    return "object \(number): \(error.reason)"
                }
            }
        },
        ContainerRule("PDF/A 6.2.4.3-1", .pdfA, "DeviceRGB is used only with an output intent for RGB") { pdf in
            pdf.violations(of: "DeviceRGB", allowing: ["RGB "])
        },
        ContainerRule("PDF/A 6.2.4.3-2", .pdfA, "DeviceCMYK is used only with an output intent for CMYK") { pdf in
            pdf.violations(of: "DeviceCMYK", allowing: ["CMYK"])
        },
        ContainerRule("PDF/A 6.2.4.3-3", .pdfA, "DeviceGray is used only with an output intent") { pdf in
            pdf.violations(of: "DeviceGray", allowing: ["RGB ", "CMYK", "GRAY"])
        },
        ContainerRule("PDF/A 6.2.5-1", .pdfA, "Graphics states have no transfer functions or halftone phases") { pdf in
            pdf.graphicsStates.filter { state in
                state.entries["TR"] != nil || state.entries["HTP"] != nil || ![nil, .name("Default")].contains(state.entries["TR2"])
            }.map { "object \($0.number)" }
        },
        ContainerRule("PDF/A 6.2.8-1", .pdfA, "Images have no alternates and no OPI, and are not interpolated") { pdf in
            pdf.dictionaries.filter { object in
                object.entries["Subtype"] == .name("Image")
                    && (object.entries["Alternates"] != nil || object.entries["OPI"] != nil
                        || pdf.file.resolved(object.entries["Interpolate"]).boolean == true)
            }.map { "object \($0.number)" } + pdf.allScans.flatMap(\.badInlineImages).filter { $0 != "LZW" }
        },
        ContainerRule("PDF/A 6.2.9-1", .pdfA, "Forms have no PostScript, no OPI and refer to no other file") { pdf in
            pdf.dictionaries.filter { object in
                object.entries["Subtype"] == .name("PS")
                    || object.entries["Subtype"] == .name("Form") && ["OPI", "PS", "Ref"].contains { object.entries[$0] != nil }
                    || object.entries["Subtype2"] == .name("PS")
            }.map { "object \($0.number)" }
        },
        ContainerRule("PDF/A 6.2.10-1", .pdfA, "Blend modes are those of PDF 1.7") { pdf in
            let modes = [
                "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight",
                "SoftLight",
                "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
            ]
            return pdf.graphicsStates.compactMap { pdf.file.resolved($0.entries["BM"]).name }.filter { !modes.contains($0) }
        },
        ContainerRule("PDF/A 6.2.10-2", .pdfA, "Pages with transparency have a blending colour space or an output intent") { pdf in
            guard pdf.archiveIntents.isEmpty else { return [] }
            return zip(pdf.pages, pdf.scans).filter { page, scan in
                scan.isTransparent && pdf.file.entries(page.entries["Group"])["CS"] == nil
            }.map { "page object \($0.0.number)" }
        },
    ]
}

extension InspectedPDF {
    fileprivate var archiveIntents: [OutputIntent] { outputIntents.filter { $0.subtype == "GTS_PDFA1" } }

    fileprivate var graphicsStates: [(number: Int, entries: [String: PDFValue])] {
        let named = allGraphicsStates
        return named.isEmpty ? dictionaries(ofType: "ExtGState") : named
    }

    /// Those in resources, which need no type.
    private var allGraphicsStates: [(number: Int, entries: [String: PDFValue])] {
        values(of: "ExtGState").flatMap { $0.entries ?? [:] }.map { ($0.value.reference ?? 0, file.entries($0.value)) }
    }

    /// The profiles of colour spaces, by object number.
    fileprivate var profiles: [Int: PDFStream] {
        var profiles: [Int: PDFStream] = [:]
        let spaces = values(of: "ColorSpace") + values(of: "CS")
        for space in spaces {
            for value in [space] + (space.entries.map { Array($0.values) } ?? []) {
                guard let parts = file.resolved(value).array, parts.count > 1, parts[0] == .name("ICCBased"),
                    let number = parts[1].reference,
                    profiles.count < 32, let stream = file.resolved(parts[1]).stream
                else { continue }
                profiles[number] = stream
            }
        }
        return profiles
    }

    fileprivate func violations(of space: String, allowing profiles: [String]) -> [String] {
        if archiveIntents.contains(where: { $0.profile.map { profiles.contains($0.colorSpace) } ?? false }) { return [] }
        let inContent = allScans.contains { $0.deviceSpaces.contains(space) }
        let inObjects = dictionaries.filter { object in
            (object.entries["Subtype"] == .name("Image") || object.entries["ShadingType"] != nil
                || object.entries["S"] == .name("Transparency"))
                && ColorSpaces.devices(of: object.entries["ColorSpace"] ?? object.entries["CS"], in: file).contains(space)
        }
        return (inContent ? ["in the content of pages"] : []) + inObjects.map { "object \($0.number)" }
    }
}
