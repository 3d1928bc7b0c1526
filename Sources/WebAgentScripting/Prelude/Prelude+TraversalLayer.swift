extension Prelude {
    /// `TreeWalker`, `NodeIterator` and the filters of both.
    ///
    /// Source: DOM standard, section 6. A removal does not move an iterator: it goes on from the node it has.
    static let traversalLayer = #"""
        const {constants, inert, isNode, put} = library;
        class NodeFilter {}
        const numbers = {FILTER_ACCEPT: 1, FILTER_REJECT: 2, FILTER_SKIP: 3, SHOW_ALL: 0xFFFFFFFF, SHOW_ELEMENT: 1, SHOW_ATTRIBUTE: 2,
            SHOW_TEXT: 4, SHOW_CDATA_SECTION: 8, SHOW_PROCESSING_INSTRUCTION: 64, SHOW_COMMENT: 128, SHOW_DOCUMENT: 256,
            SHOW_DOCUMENT_TYPE: 512, SHOW_DOCUMENT_FRAGMENT: 1024};
        for (const name of Object.keys(numbers)) { put(NodeFilter, name, numbers[name], true); put(NodeFilter.prototype, name, numbers[name], true); }
        const {FILTER_ACCEPT, FILTER_REJECT, FILTER_SKIP} = numbers;

        class Traversal {
            #root; #shown; #filter;
            constructor(root, shown = numbers.SHOW_ALL, filter = null) {
                if (!isNode(root)) throw new TypeError('Argument 1 is not a node');
                this.#root = root;
                this.#shown = shown >>> 0;
                this.#filter = filter;
            }
            get root() { return this.#root; }
            get whatToShow() { return this.#shown; }
            get filter() { return this.#filter; }
            static verdict(self, node) {
                if (!(1 << host.nodeType(node) - 1 & self.#shown)) return FILTER_SKIP;
                const filter = self.#filter;
                return filter === null ? FILTER_ACCEPT : Number(typeof filter === 'function' ? filter(node) : filter.acceptNode(node));
            }
        }
        const verdict = Traversal.verdict;
        delete Traversal.verdict;

        class TreeWalker extends Traversal {
            #current = this.root;
            get currentNode() { return this.#current; }
            set currentNode(node) { this.#current = node; }
            #take(node) { this.#current = node; return node; }
            parentNode() {
                for (let node = this.#current; node && node !== this.root;) {
                    node = host.parent(node);
                    if (node && verdict(this, node) === FILTER_ACCEPT) return this.#take(node);
                }
                return null;
            }
            #child(first, next) {
                let node = first(this.#current);
                while (node) {
                    const found = verdict(this, node);
                    if (found === FILTER_ACCEPT) return this.#take(node);
                    const child = found === FILTER_SKIP ? first(node) : null;
                    if (child) { node = child; continue; }
                    while (!next(node)) {
                        node = host.parent(node);
                        if (!node || node === this.root || node === this.#current) return null;
                    }
                    node = next(node);
                }
                return null;
            }
            firstChild() { return this.#child(host.firstChild, host.nextSibling); }
            lastChild() { return this.#child(host.lastChild, host.previousSibling); }
            #sibling(first, next) {
                let node = this.#current;
                if (node === this.root) return null;
                while (true) {
                    let sibling = next(node);
                    while (sibling) {
                        node = sibling;
                        const found = verdict(this, node);
                        if (found === FILTER_ACCEPT) return this.#take(node);
                        sibling = found === FILTER_REJECT ? null : first(node);
                        sibling ??= next(node);
                    }
                    node = host.parent(node);
                    if (!node || node === this.root || verdict(this, node) === FILTER_ACCEPT) return null;
                }
            }
            nextSibling() { return this.#sibling(host.firstChild, host.nextSibling); }
            previousSibling() { return this.#sibling(host.lastChild, host.previousSibling); }
            nextNode() {
                let node = this.#current, found = FILTER_ACCEPT;
                while (true) {
                    while (found !== FILTER_REJECT && host.firstChild(node)) {
                        node = host.firstChild(node);
                        found = verdict(this, node);
                        if (found === FILTER_ACCEPT) return this.#take(node);
                    }
                    while (node && node !== this.root && !host.nextSibling(node)) node = host.parent(node);
                    if (!node || node === this.root) return null;
                    node = host.nextSibling(node);
                    found = verdict(this, node);
                    if (found === FILTER_ACCEPT) return this.#take(node);
                }
            }
            previousNode() {
                let node = this.#current;
                while (node !== this.root) {
                    let sibling = host.previousSibling(node);
                    while (sibling) {
                        node = sibling;
                        let found = verdict(this, node);
                        while (found !== FILTER_REJECT && host.lastChild(node)) {
                            node = host.lastChild(node);
                            found = verdict(this, node);
                        }
                        if (found === FILTER_ACCEPT) return this.#take(node);
                        sibling = host.previousSibling(node);
                    }
                    if (node === this.root || !host.parent(node)) return null;
                    node = host.parent(node);
                    if (verdict(this, node) === FILTER_ACCEPT) return this.#take(node);
                }
                return null;
            }
        }

        const following = (node, root) => {
            if (host.firstChild(node)) return host.firstChild(node);
            while (node && node !== root && !host.nextSibling(node)) node = host.parent(node);
            return node && node !== root ? host.nextSibling(node) : null;
        };
        const preceding = (node, root) => {
            if (node === root) return null;
            let before = host.previousSibling(node);
            if (!before) return host.parent(node);
            while (host.lastChild(before)) before = host.lastChild(before);
            return before;
        };
        class NodeIterator extends Traversal {
            #node = this.root; #isBefore = true;
            get referenceNode() { return this.#node; }
            get pointerBeforeReferenceNode() { return this.#isBefore; }
            nextNode() {
                let node = this.#node, isBefore = this.#isBefore;
                do {
                    if (!isBefore) node = following(node, this.root);
                    isBefore = false;
                    if (!node) return null;
                } while (verdict(this, node) !== FILTER_ACCEPT);
                this.#isBefore = false;
                return this.#node = node;
            }
            previousNode() {
                let node = this.#node, isBefore = this.#isBefore;
                do {
                    if (isBefore) node = preceding(node, this.root);
                    isBefore = true;
                    if (!node) return null;
                } while (verdict(this, node) !== FILTER_ACCEPT);
                this.#isBefore = true;
                return this.#node = node;
            }
        }
        inert(NodeIterator.prototype, 'detach');
        return {NodeFilter, TreeWalker, NodeIterator,
            createTreeWalker(...values) { return new TreeWalker(...values); },
            createNodeIterator(...values) { return new NodeIterator(...values); }};
        """#
}
