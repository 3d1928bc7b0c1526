import FinesseSandbox
import Testing
import XMLTree

/// A change to a signature's own parts that must be refused for a reason of its own.
struct SignatureChange: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: SignatureFault
    let element: String
    let change: @Sendable (inout XMLElement) -> Void

    init(
        _ testDescription: String,
        _ fault: SignatureFault,
        in element: String,
        _ change: @escaping @Sendable (inout XMLElement) -> Void
    ) {
        self.testDescription = testDescription
        self.fault = fault
        self.element = element
        self.change = change
    }

    private static let transform = SAMLVocabulary.signature.element(
        "Transform",
        ["Algorithm": "http://www.w3.org/TR/1999/REC-xpath-19991116"]
    )

    static let all = [
        SignatureChange("an HMAC keyed with the public certificate", .unknownAlgorithm, in: "SignatureMethod") {
            $0.setAttribute("Algorithm", "http://www.w3.org/2000/09/xmldsig#hmac-sha1")
        },
        SignatureChange("another digest", .unknownAlgorithm, in: "DigestMethod") {
            $0.setAttribute("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#md5")
        },
        SignatureChange("a SHA-1 digest", .weakAlgorithm, in: "DigestMethod") {
            $0.setAttribute("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")
        },
        SignatureChange("no signature method", .unknownAlgorithm, in: "SignatureMethod") {
            $0.setAttribute("Algorithm", nil)
        },
        SignatureChange("a shortened HMAC", .structure, in: "SignatureMethod") {
            $0.append(SAMLVocabulary.signature.element("HMACOutputLength", text: "1"))
        },
        SignatureChange("inclusive canonicalisation", .unknownAlgorithm, in: "CanonicalizationMethod") {
            $0.setAttribute("Algorithm", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315")
        },
        SignatureChange("a third transform", .transforms, in: "Transforms") { $0.append(transform) },
        SignatureChange("another transform", .transforms, in: "Transforms") {
            $0.replaceChild("Transform", by: [transform])
        },
        SignatureChange("one transform only", .transforms, in: "Transforms") {
            $0.replaceChild("Transform", by: [])
        },
        SignatureChange("no transforms", .transforms, in: "Reference") { $0.replaceChild("Transforms", by: []) },
        SignatureChange("the whole document", .coversAnotherElement, in: "Reference") { $0.setAttribute("URI", "") },
        SignatureChange("another element", .coversAnotherElement, in: "Reference") {
            $0.setAttribute("URI", "#_other")
        },
        SignatureChange("an XPointer", .coversAnotherElement, in: "Reference") {
            $0.setAttribute("URI", "#xpointer(/)")
        },
        SignatureChange("a file", .coversAnotherElement, in: "Reference") {
            $0.setAttribute("URI", "file:///etc/hostname")
        },
        SignatureChange("no address", .coversAnotherElement, in: "Reference") { $0.setAttribute("URI", nil) },
        SignatureChange("two references", .referenceCount, in: "SignedInfo") { info in
            guard let reference = SAMLForgery.first("Reference", in: info) else { return }
            info.append(reference)
        },
        SignatureChange("no reference", .referenceCount, in: "SignedInfo") { $0.replaceChild("Reference", by: []) },
        SignatureChange("an object", .structure, in: "Signature") {
            $0.append(SAMLVocabulary.signature.element("Object"))
        },
        SignatureChange("no value", .structure, in: "Signature") { $0.replaceChild("SignatureValue", by: []) },
        SignatureChange("two signatures", .several, in: "Response") { response in
            guard let signature = SAMLForgery.first("Signature", in: response) else { return }
            response.append(signature)
        },
        SignatureChange("none", .missing, in: "Response") { $0.replaceChild("Signature", by: []) },
        SignatureChange("another canonical form of the value", .invalid, in: "SignatureValue") {
            $0.children = [.text("AAAA")]
        },
    ]
}

@Suite("XML signatures", .timeLimit(.minutes(5)))
struct XMLSignatureTests {
    private let parties: SAMLParties
    private let document: [UInt8]
    private let id: String
    private let key: SecurityKey

    init() throws {
        parties = try SAMLParties()
        let content = parties.content(for: try parties.receivedRequest())
        document = try parties.identityProvider.encode(content)
        id = content.id
        key = try parties.trustedKey()
    }

    @Test("hold under the pinned key and give back exactly what they cover, without themselves")
    func covers() throws {
        let covered = try XMLTree.parse(try XMLSignature.verify(document, elementID: id, key: key))
        let root = try XMLTree.parse(document)
        #expect(covered.attribute(named: "ID") == id)
        #expect(covered.elements.map(\.name.local) == ["Issuer", "Status", "Assertion"])
        #expect(root.elements.map(\.name.local) == ["Issuer", "Signature", "Status", "Assertion"])
    }

    @Test("are refused for a change to their own parts", arguments: SignatureChange.all)
    func refusesChanges(change: SignatureChange) throws {
        #expect(throws: Never.self) { try XMLSignature.verify(document, elementID: id, key: key) }
        let root = SAMLForgery.changing(try XMLTree.parse(document), change.element, change.change)
        let changed = try SAMLForgery.write(root)
        #expect(throws: change.fault) { try XMLSignature.verify(changed, elementID: id, key: key) }
    }

    @Test("are looked for on elements of SAML's namespaces only")
    func onlySAMLElements() throws {
        let foreign = Array("<x ID='_a'/>".utf8)
        #expect(throws: SignatureFault.noElement) { try XMLSignature.verify(foreign, elementID: "_a", key: key) }
        #expect(throws: SignatureFault.noElement) { try XMLSignature.verify(document, elementID: "_no", key: key) }
        #expect(throws: SignatureFault.noElement) { try XMLSignature.verify(document, elementID: "", key: key) }
        #expect(throws: SignatureFault.noElement) {
            try XMLSignature.verify(document, elementID: "x') or ('1", key: key)
        }
    }

    @Test("of documents that are no XML are refused as such")
    func malformed() {
        #expect(throws: SignatureFault.malformed) { try XMLSignature.verify([], elementID: "_a", key: key) }
        #expect(throws: SignatureFault.malformed) {
            try XMLSignature.verify(Array(document.dropLast(9)), elementID: id, key: key)
        }
    }

    @Test("are refused when xml:id names an element as an ID does")
    func xmlID() throws {
        var root = try XMLTree.parse(document)
        let name = XMLName("id", prefix: "xml", namespace: "http://www.w3.org/XML/1998/namespace")
        root.append(XMLElement(XMLName("x"), attributes: [XMLAttribute(name, id)]))
        let changed = try SAMLForgery.write(root)
        #expect(throws: SignatureFault.self) { try XMLSignature.verify(changed, elementID: id, key: key) }
    }

    @Test("never hold over other content, whichever byte is changed")
    func anyByte() throws {
        let covered = try XMLSignature.verify(document, elementID: id, key: key)
        var held = 0
        for position in stride(from: 0, to: document.count, by: 7) {
            var changed = document
            changed[position] = changed[position] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            guard let other = try? XMLSignature.verify(changed, elementID: id, key: key) else { continue }
            held += 1
            #expect(other == covered)
        }
        // What is outside the signed part, such as KeyInfo, may change; nothing else.
        #expect(held < document.count / 7 / 2)
    }

    @Test("can be made and verified from many tasks at once with one key")
    func concurrently() async throws {
        let held = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask { [document, id, key] in
                    (try? XMLSignature.verify(document, elementID: id, key: key)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(held == 32)
    }
}
