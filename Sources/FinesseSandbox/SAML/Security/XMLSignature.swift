internal import CXMLSec

/// Enveloped XML signatures over one SAML element, made and verified as strictly as CXMLSec.h says.
///
/// Source: SAML 2.0 core, section 5.4; XML Signature Syntax and Processing 1.1.
package enum XMLSignature {
    /// Signs one element of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - elementID: The `ID` of the element to sign; it gets the signature as a child.
    ///   - key: The private key.
    ///   - certificateBase64: The certificate to show in KeyInfo; empty for none.
    ///   - algorithm: How to sign.
    /// - Returns: The signed document.
    /// - Throws: ``SignatureFault``: why the document could not be signed.
    package static func sign(
        _ document: [UInt8],
        elementID: String,
        key: SecurityKey,
        certificateBase64: String,
        algorithm: SignatureAlgorithm
    ) throws(SignatureFault) -> [UInt8] {
        let (code, signed) = unsafe key.withPointer { pointer in
            unsafe withBytes(document) { base, count in
                unsafe takeBuffer { buffer in
                    unsafe cxs_sign(base, count, elementID, pointer, certificateBase64, algorithm.code, buffer)
                }
            }
        }
        guard code == CXS_OK else { throw SignatureFault(code: code) }
        return signed
    }

    /// Verifies the signature that is a child of one element, with one key and no other.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - elementID: The `ID` of the element that is going to be read.
    ///   - key: The pinned key; what the document says about keys does not count.
    ///   - acceptsSHA1: Whether SHA-1 is good enough.
    /// - Returns: The canonical bytes that the signature covers: read these and not the document.
    /// - Throws: ``SignatureFault``: why the signature is refused.
    package static func verify(
        _ document: [UInt8],
        elementID: String,
        key: SecurityKey,
        acceptsSHA1: Bool = false
    ) throws(SignatureFault) -> [UInt8] {
        let (code, covered) = unsafe key.withPointer { pointer in
            unsafe withBytes(document) { base, count in
                unsafe takeBuffer { buffer in
                    unsafe cxs_verify(base, count, elementID, pointer, acceptsSHA1 ? 1 : 0, buffer)
                }
            }
        }
        guard code == CXS_OK else { throw SignatureFault(code: code) }
        return covered
    }
}

/// Why an XML signature is refused, or could not be made.
package enum SignatureFault: String, Error, CaseIterable, Hashable, Sendable {
    /// The library failed; nothing is known about the signature.
    case failed
    /// The document is not well-formed.
    case malformed
    /// The document has a document type declaration.
    case documentType
    /// Two SAML elements share an ID.
    case duplicateID
    /// No SAML element has the ID asked for.
    case noElement
    /// The element has no signature of its own.
    case missing
    /// The element has several signatures.
    case several
    /// The signature does not have exactly one reference.
    case referenceCount
    /// The signature covers another element than the one that is read.
    case coversAnotherElement
    /// Other transforms than the two that SAML allows.
    case transforms
    /// SHA-1 where it is not accepted.
    case weakAlgorithm
    /// An algorithm outside the list.
    case unknownAlgorithm
    /// The signature has parts that SAML does not use.
    case structure
    /// The signature does not hold under the pinned key.
    case invalid

    init(code: Int) {
        self =
            switch code {
            case CXS_MALFORMED: .malformed
            case CXS_DOCUMENT_TYPE: .documentType
            case CXS_DUPLICATE_ID: .duplicateID
            case CXS_NO_ELEMENT: .noElement
            case CXS_NO_SIGNATURE: .missing
            case CXS_SEVERAL_SIGNATURES: .several
            case CXS_REFERENCE_COUNT: .referenceCount
            case CXS_OTHER_ELEMENT: .coversAnotherElement
            case CXS_TRANSFORMS: .transforms
            case CXS_WEAK_ALGORITHM: .weakAlgorithm
            case CXS_OTHER_ALGORITHM: .unknownAlgorithm
            case CXS_STRUCTURE: .structure
            case CXS_INVALID: .invalid
            default: .failed
            }
    }
}
