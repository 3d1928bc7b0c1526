import Finesse
import FuzzDriver
import XMLTree

/// Documents of the REST API: every view can be asked for everything, what a change writes is read as the same change, a
/// call's actions are the agent's own, errors are found in any body, and contacts survive their file.
@main
enum RESTFuzzer {
    static func main() {
        FuzzDriver.run { bytes in
            let body = Array(bytes)
            let errors = ApiError.all(in: body)
            require(errors.allSatisfy { $0.description.count <= 600 }, "an error has too many words")
            checkContacts(body)
            guard let root = try? XMLTree.parse(body) else { return }
            Changes.check(root)
            Configuration.ask(root)
            Desk.ask(root)
        }
    }

    private static func checkContacts(_ body: [UInt8]) {
        let contacts = ContactCSV.read(body)
        // Documents are read by a library without instruments: what leads to the plant is the reading of rows.
        plantedCrash(
            if: contacts.contains { contact in
                contact.phoneNumber?.isEmpty == false && contact.details?.utf8.contains(UInt8(ascii: "\"")) == true
            }
        )
        let again = ContactCSV.read(ContactCSV.write(contacts))
        require(again == contacts, "contacts are read as others: \(contacts) \(again)")
    }
}
