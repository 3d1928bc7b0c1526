/// The names of SVG and MathML that HTML's lower case does not spell right.
///
/// Source: HTML standard, sections 13.2.6.1 ("adjust MathML attributes", "adjust SVG attributes", "adjust foreign attributes") and
/// 13.2.6.5.
enum ForeignNames {
    /// SVG element names by their lower case.
    static let svgElements = byLowerCase([
        "altGlyph", "altGlyphDef", "altGlyphItem", "animateColor", "animateMotion", "animateTransform", "clipPath",
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
        "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
        "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "foreignObject", "glyphRef", "linearGradient",
        "radialGradient", "textPath",
    ])

    /// SVG attribute names by their lower case.
    static let svgAttributes = byLowerCase([
        "attributeName", "attributeType", "baseFrequency", "baseProfile", "calcMode", "clipPathUnits",
        "diffuseConstant", "edgeMode", "filterUnits", "glyphRef", "gradientTransform", "gradientUnits",
        "kernelMatrix", "kernelUnitLength", "keyPoints", "keySplines", "keyTimes", "lengthAdjust",
        "limitingConeAngle", "markerHeight", "markerUnits", "markerWidth", "maskContentUnits", "maskUnits",
        "numOctaves", "pathLength", "patternContentUnits", "patternTransform", "patternUnits", "pointsAtX",
        "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "refX", "refY",
        "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "specularConstant", "specularExponent",
        "spreadMethod", "startOffset", "stdDeviation", "stitchTiles", "surfaceScale", "systemLanguage", "tableValues",
        "targetX", "targetY", "textLength", "viewBox", "viewTarget", "xChannelSelector", "yChannelSelector",
        "zoomAndPan",
    ])

    /// The attributes that are in a namespace when they stand on a foreign element.
    static let namespaced: [String: Namespace] = [
        "xlink:actuate": .xlink, "xlink:arcrole": .xlink, "xlink:href": .xlink, "xlink:role": .xlink,
        "xlink:show": .xlink, "xlink:title": .xlink, "xlink:type": .xlink, "xml:lang": .xml, "xml:space": .xml,
        "xmlns": .xmlns, "xmlns:xlink": .xmlns,
    ]

    static func adjusted(_ attribute: Attribute, in namespace: Namespace) -> Attribute {
        var result = attribute
        if namespace == .svg { result.name = svgAttributes[attribute.name] ?? attribute.name }
        if namespace == .mathML, attribute.name == "definitionurl" { result.name = "definitionURL" }
        result.namespace = namespaced[attribute.name] ?? .none
        return result
    }

    private static func byLowerCase(_ names: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.map { (ASCII.lowercased($0), $0) })
    }
}
