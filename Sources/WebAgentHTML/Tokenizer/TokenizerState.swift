/// The states of the tokenizer.
///
/// Those of the standard that only look ahead for a fixed text (an end tag in RCDATA, `<!--` in a script) are folded into the
/// state that looks; those that only report errors are left out.
///
/// Source: HTML standard (2025), section 13.2.5.
enum TokenizerState: UInt8 {
    case data
    case rcdata
    case rawtext
    case scriptData
    case plaintext
    case tagOpen
    case endTagOpen
    case tagName
    case scriptDataEscaped
    case scriptDataEscapedDash
    case scriptDataEscapedDashDash
    case scriptDataDoubleEscaped
    case scriptDataDoubleEscapedDash
    case scriptDataDoubleEscapedDashDash
    case beforeAttributeName
    case attributeName
    case afterAttributeName
    case beforeAttributeValue
    case attributeValueDoubleQuoted
    case attributeValueSingleQuoted
    case attributeValueUnquoted
    case afterAttributeValueQuoted
    case selfClosingStartTag
    case bogusComment
    case markupDeclarationOpen
    case commentStart
    case commentStartDash
    case comment
    case commentEndDash
    case commentEnd
    case commentEndBang
    case doctype
    case beforeDoctypeName
    case doctypeName
    case afterDoctypeName
    case afterDoctypePublicKeyword
    case beforeDoctypePublicIdentifier
    case doctypePublicIdentifier
    case afterDoctypePublicIdentifier
    case betweenDoctypeIdentifiers
    case afterDoctypeSystemKeyword
    case beforeDoctypeSystemIdentifier
    case doctypeSystemIdentifier
    case afterDoctypeSystemIdentifier
    case bogusDoctype
    case cdataSection
    case characterReference
    case numericCharacterReference
    case hexadecimalDigits
    case decimalDigits
}
