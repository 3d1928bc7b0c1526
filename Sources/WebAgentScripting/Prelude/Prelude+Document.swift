extension Prelude {
    /// The interface `Document`.
    static let document = #"""
        const collection = (node, kind) => keptList(node, kind, 'HTMLCollection', () => host.collection(node, kind));
        class Document extends Node {
            constructor() { super(); }
            get documentElement() { return host.childElements(this)[0] ?? null; }
            get doctype() { return host.childNodes(this).find(node => host.nodeType(node) === 10) ?? null; }
            get head() { return host.part(this, 'head'); }
            get body() { return host.part(this, 'body'); }
            set body(value) { const old = this.body; if (old) this.documentElement.replaceChild(value, old);
                else this.documentElement.appendChild(value); }
            get title() { return host.title(this); }
            set title(value) {
                let element = host.query(this, 'title');
                if (!element) { if (!this.head) return; element = insert(host.createElement('title'), this.head, null); }
                element.textContent = value;
            }
            get URL() { return this === document ? host.url() : 'about:blank'; }
            get documentURI() { return this.URL; }
            get domain() { return host.parseURL(host.url(), '')?.[5] ?? ''; }
            set domain(value) {}
            get referrer() { return host.referrer(); }
            get cookie() { return this === document ? host.cookies() : ''; }
            set cookie(value) { if (this === document) host.setCookie(String(value)); }
            get readyState() { return this === document ? host.readyState() : 'complete'; }
            get lastModified() {
                const date = new Date(), two = value => String(value).padStart(2, '0');
                return `${two(date.getMonth() + 1)}/${two(date.getDate())}/${date.getFullYear()} `
                    + `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
            }
            get compatMode() { return host.isQuirks() ? 'BackCompat' : 'CSS1Compat'; }
            get characterSet() { return host.encoding(); }
            get charset() { return host.encoding(); }
            get inputEncoding() { return host.encoding(); }
            get defaultView() { return this === document ? G : null; }
            get location() { return this === document ? location() : null; }
            set location(value) { location().href = value; }
            get dir() { return this.documentElement?.dir ?? ''; }
            set dir(value) { if (this.documentElement) this.documentElement.dir = value; }
            get activeElement() { return focused && host.isConnected(focused) ? focused : this.body; }
            get currentScript() { return this === document ? host.currentScript() : null; }
            get implementation() { return own(kept, 'implementation', () => Object.create(face('DOMImplementation').prototype)); }
            get scrollingElement() { return this.documentElement; }
            get all() { return collection(this, 'all'); }
            get forms() { return collection(this, 'forms'); }
            get images() { return collection(this, 'images'); }
            get links() { return collection(this, 'links'); }
            get anchors() { return collection(this, 'anchors'); }
            get scripts() { return collection(this, 'scripts'); }
            get embeds() { return collection(this, 'embeds'); }
            get plugins() { return collection(this, 'embeds'); }
            get frames() { return collection(this, 'frames'); }
            getElementById(id) { return host.byId(this, String(id)); }
            getElementsByName(name) { name = String(name);
                return keptList(this, `m ${name}`, 'NodeList', () => host.byName(this, name)); }
            createElement(name) {
                name = String(name);
                if (!host.isName(name)) fail('InvalidCharacterError', 'The name is not valid.');
                return host.createElement(ascii(name));
            }
            createElementNS(uri, name) { return host.createElementNS(emptyIfNull(uri), String(name)); }
            createTextNode(data) { return host.createText(String(data)); }
            createComment(data) { return host.createComment(String(data)); }
            createDocumentFragment() { return host.createFragment(); }
            createAttribute(name) {
                const made = Object.create(face('Attr').prototype);
                attributeState.set(made, {element: null, name: ascii(name), value: ''});
                return made;
            }
            createEvent(kind) {
                const name = {htmlevents: 'Event', events: 'Event', event: 'Event', mouseevents: 'MouseEvent',
                    mouseevent: 'MouseEvent', uievents: 'UIEvent', uievent: 'UIEvent', customevent: 'CustomEvent',
                    keyboardevent: 'KeyboardEvent', focusevent: 'FocusEvent', messageevent: 'MessageEvent',
                    beforeunloadevent: 'BeforeUnloadEvent', compositionevent: 'CompositionEvent', dragevent: 'DragEvent',
                    hashchangeevent: 'HashChangeEvent', storageevent: 'StorageEvent', touchevent: 'TouchEvent'}[ascii(kind)];
                if (!name) fail('NotSupportedError', 'The kind of event is unknown.');
                const event = new (face(name))('');
                eventState(event).initialized = false;
                return event;
            }
            importNode(node, deep) { return host.clone(node, !!deep); }
            adoptNode(node) { detach(node); return node; }
            write(...parts) { if (this === document) host.write(parts.map(String).join('')); }
            writeln(...parts) { if (this === document) host.write(parts.map(String).join('') + '\n'); }
            open() { if (this === document) host.documentOpen(); return this; }
            close() { if (this === document) host.documentClose(); }
        }
        const kept = new Map();
        constantsLater(Document.prototype, () => ({contentType: 'text/html', hidden: false, visibilityState: 'visible', fullscreenElement: null,
            styleSheets: () => fixedList('HTMLCollection', [])}));
        constantsLater(Document.prototype, () => ({designMode: 'off'}), ignored);
        inertLater(Document.prototype, 'hasFocus', () => true);
        inertLater(Document.prototype, 'elementFromPoint', () => null);
        inertLater(Document.prototype, 'execCommand,queryCommandSupported', () => false);
        mixLater(Document.prototype, parentNode, searches);
        factories.set('Document', () => Document);
        face('Document');
        defineHandlersLazily(Document.prototype, commonHandlers, () => ['readystatechange', 'visibilitychange']);
        declare('HTMLDocument', () => class HTMLDocument extends Document {});
        declare('DOMImplementation', () => withInert('hasFeature', () => true, class DOMImplementation {
            constructor() { illegal(); }
            createHTMLDocument(title) { return host.createDocument(title === undefined ? null : String(title)); }
        }));
        declare('DOMParser', () => class DOMParser {
            parseFromString(markup, type) {
                if (String(type) !== 'text/html') host.missing('DOMParser of XML');
                if (String(type) !== 'text/html') fail('NotSupportedError', 'Only text/html is parsed here.');
                return host.parseDocument(String(markup));
            }
        });
        """#
}
