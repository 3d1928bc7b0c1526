extension Prelude {
    /// `Node`, its kinds, and the mutation of the tree.
    static let nodes = #"""
        const observers = new Set();
        // Tells the observers of a change; `describe` is only called when there are any.
        const observed = (target, type, describe) => {
            if (observers.size > 0) for (const notify of observers) notify(target, type, describe);
        };
        const insert = (node, parent, reference) => {
            if (!isNode(node)) throw new TypeError('Argument 1 is not a node');
            if (observers.size === 0) { host.insert(node, parent, reference ?? null); return node; }
            const added = host.nodeType(node) === 11 ? host.childNodes(node) : [node];
            const old = host.parent(node);
            if (old) observed(old, 'childList', () => ({removedNodes: [node]}));
            const previous = reference ? host.previousSibling(reference) : host.lastChild(parent);
            host.insert(node, parent, reference ?? null);
            observed(parent, 'childList', () => ({
                addedNodes: added, previousSibling: previous, nextSibling: reference ?? null}));
            return node;
        };
        const detach = node => {
            const parent = host.parent(node);
            if (!parent) return node;
            const previous = host.previousSibling(node), next = host.nextSibling(node);
            host.remove(node);
            observed(parent, 'childList', () => ({removedNodes: [node], previousSibling: previous, nextSibling: next}));
            return node;
        };
        // Puts parsed or plain content in place of all children.
        const replaceContents = (parent, change) => {
            const removed = observers.size > 0 ? host.childNodes(parent) : [];
            change();
            observed(parent, 'childList', () => ({removedNodes: removed, addedNodes: host.childNodes(parent)}));
        };
        const nodeFrom = items => {
            const nodes = items.map(item => isNode(item) ? item : host.createText(String(item)));
            if (nodes.length === 1) return nodes[0];
            const fragment = host.createFragment();
            for (const node of nodes) host.insert(node, fragment, null);
            return fragment;
        };

        class Node extends EventTarget {
            constructor() { super(); illegal(); }
            get nodeType() { return host.nodeType(this); }
            get nodeName() { return host.nodeName(this); }
            get nodeValue() { return host.data(this); }
            set nodeValue(value) { setData(this, emptyIfNull(value)); }
            get textContent() { return host.textContent(this); }
            set textContent(value) {
                const content = value == null ? '' : String(value);
                if (host.data(this) !== null) setData(this, content);
                else replaceContents(this, () => host.setTextContent(this, content));
            }
            get parentNode() { return host.parent(this); }
            get parentElement() { const parent = host.parent(this); return parent instanceof Element ? parent : null; }
            get childNodes() { return keptList(this, 'childNodes', 'NodeList', () => host.childNodes(this)); }
            get firstChild() { return host.firstChild(this); }
            get lastChild() { return host.lastChild(this); }
            get nextSibling() { return host.nextSibling(this); }
            get previousSibling() { return host.previousSibling(this); }
            get ownerDocument() { return host.ownerDocument(this); }
            get isConnected() { return host.isConnected(this); }
            get baseURI() { return host.baseURL(); }
            hasChildNodes() { return host.firstChild(this) !== null; }
            getRootNode() { return host.root(this); }
            contains(other) { return isNode(other) && host.contains(this, other); }
            isSameNode(other) { return this === other; }
            isEqualNode(other) {
                return isNode(other) && host.nodeType(this) === host.nodeType(other) && host.html(this, true) === host.html(other, true);
            }
            compareDocumentPosition(other) { return host.compare(this, other); }
            appendChild(node) { return insert(node, this, null); }
            insertBefore(node, reference) { return insert(node, this, reference); }
            removeChild(node) {
                if (!isNode(node)) throw new TypeError('Argument 1 is not a node');
                if (host.parent(node) !== this) fail('NotFoundError', 'The node is not a child of this node.');
                return detach(node);
            }
            replaceChild(node, child) {
                if (!isNode(child) || host.parent(child) !== this) fail('NotFoundError', 'The node is not a child of this node.');
                if (node === child) return child;
                const reference = host.nextSibling(child) === node ? host.nextSibling(node) : host.nextSibling(child);
                detach(child);
                insert(node, this, reference);
                return child;
            }
            cloneNode(deep) { return host.clone(this, !!deep); }
            normalize() { host.normalize(this); }
            isDefaultNamespace(uri) { return uri === 'http://www.w3.org/1999/xhtml'; }
        }
        inert(Node.prototype, 'lookupNamespaceURI', () => null);
        const nodeConstants = {ELEMENT_NODE: 1, ATTRIBUTE_NODE: 2, TEXT_NODE: 3, CDATA_SECTION_NODE: 4,
            PROCESSING_INSTRUCTION_NODE: 7, COMMENT_NODE: 8, DOCUMENT_NODE: 9, DOCUMENT_TYPE_NODE: 10, DOCUMENT_FRAGMENT_NODE: 11,
            DOCUMENT_POSITION_DISCONNECTED: 1, DOCUMENT_POSITION_PRECEDING: 2, DOCUMENT_POSITION_FOLLOWING: 4,
            DOCUMENT_POSITION_CONTAINS: 8, DOCUMENT_POSITION_CONTAINED_BY: 16};
        for (const target of [Node, Node.prototype]) Object.assign(target, nodeConstants);
        factories.set('Node', () => Node);
        face('Node');

        const setData = (node, value) => {
            const oldValue = host.data(node);
            if (oldValue === null) return;
            host.setData(node, value);
            observed(node, 'characterData', () => ({oldValue}));
        };
        const childNode = () => ({
            remove() { detach(this); },
            before(...items) { const parent = host.parent(this); if (parent) insert(nodeFrom(items), parent, this); },
            after(...items) { const parent = host.parent(this); if (parent) insert(nodeFrom(items), parent, host.nextSibling(this)); },
            replaceWith(...items) {
                const parent = host.parent(this);
                if (!parent) return;
                const next = host.nextSibling(this);
                detach(this);
                insert(nodeFrom(items), parent, next);
            },
        });
        const siblings = () => ({
            get nextElementSibling() { return host.nextElement(this); },
            get previousElementSibling() { return host.previousElement(this); },
        });
        const parentNode = () => ({
            get children() { return keptList(this, 'children', 'HTMLCollection', () => host.childElements(this)); },
            get firstElementChild() { return host.childElements(this)[0] ?? null; },
            get lastElementChild() { return host.childElements(this).at(-1) ?? null; },
            get childElementCount() { return host.childElements(this).length; },
            append(...items) { insert(nodeFrom(items), this, null); },
            prepend(...items) { insert(nodeFrom(items), this, host.firstChild(this)); },
            replaceChildren(...items) { for (const child of host.childNodes(this)) detach(child); insert(nodeFrom(items), this, null); },
            querySelector(selector) { return host.query(this, String(selector)); },
            querySelectorAll(selector) { return fixedList('NodeList', host.queryAll(this, String(selector))); },
        });
        const searches = () => ({
            getElementsByTagName(name) { name = String(name);
                return keptList(this, `t ${name}`, 'HTMLCollection', () => host.byTagName(this, name)); },
            getElementsByTagNameNS(uri, name) { name = String(name); uri = uri === null ? '' : String(uri);
                return keptList(this, `n ${uri} ${name}`, 'HTMLCollection', () => host.byTagNameNS(this, uri, name)); },
            getElementsByClassName(names) { names = String(names);
                return keptList(this, `c ${names}`, 'HTMLCollection', () => host.byClassName(this, names)); },
        });

        declare('CharacterData', () => {
            class CharacterData extends Node {
                get data() { return host.data(this); }
                set data(value) { setData(this, emptyIfNull(value)); }
                get length() { return host.data(this).length; }
                substringData(offset, count) { return host.data(this).substr(offset, count); }
                appendData(data) { setData(this, host.data(this) + data); }
                insertData(offset, data) { this.replaceData(offset, 0, data); }
                deleteData(offset, count) { this.replaceData(offset, count, ''); }
                replaceData(offset, count, data) {
                    const old = host.data(this);
                    if (offset > old.length) fail('IndexSizeError', 'The offset is beyond the end.');
                    setData(this, old.slice(0, offset) + data + old.slice(offset + count));
                }
            }
            mixLater(CharacterData.prototype, childNode, siblings);
            return CharacterData;
        });
        declare('Text', () => {
            class Text extends face('CharacterData') {
                get wholeText() {
                    let first = this, text = '';
                    for (let node = this; node && host.nodeType(node) === 3; node = host.previousSibling(node)) first = node;
                    for (let node = first; node && host.nodeType(node) === 3; node = host.nextSibling(node)) text += host.data(node);
                    return text;
                }
                splitText(offset) {
                    const data = host.data(this), rest = host.createText(data.slice(offset)), parent = host.parent(this);
                    setData(this, data.slice(0, offset));
                    if (parent) insert(rest, parent, host.nextSibling(this));
                    return rest;
                }
            }
            return constructible(Text, (data = '') => host.createText(String(data)));
        });
        declare('Comment', () => constructible(class Comment extends face('CharacterData') {}, (data = '') => host.createComment(String(data))));
        declare('DocumentType', () => {
            class DocumentType extends Node {
                get name() { return host.doctype(this)[0]; }
                get publicId() { return host.doctype(this)[1]; }
                get systemId() { return host.doctype(this)[2]; }
            }
            mixLater(DocumentType.prototype, childNode);
            return DocumentType;
        });
        declare('DocumentFragment', () => {
            class DocumentFragment extends Node { getElementById(id) { return host.byId(this, String(id)); } }
            mixLater(DocumentFragment.prototype, parentNode);
            return constructible(DocumentFragment, () => host.createFragment());
        });
        // An interface whose constructor makes a node.
        const constructible = (kind, make, isNamed = false) => {
            const made = function (...values) {
                if (!new.target) throw new TypeError(`Constructor ${kind.name} requires 'new'`);
                return make(...values);
            };
            setPrototypeOf(made, getPrototypeOf(kind));
            made.prototype = kind.prototype;
            defineProperty(made, 'prototype', {writable: false});
            if (!isNamed) put(kind.prototype, 'constructor', made);
            return made;
        };
        """#
}
