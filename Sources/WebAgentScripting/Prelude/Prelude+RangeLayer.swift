extension Prelude {
    /// `Range` and `Selection`.
    ///
    /// Source: DOM standard, section 5; Selection API. A range keeps its ends where they were set: it does not follow later
    /// changes of the tree but its own.
    static let rangeLayer = #"""
        const {G, accessor, constants, fail, isNode, put} = library;
        const sizeOf = node => host.data(node)?.length ?? host.childNodes(node).length;
        const indexOf = node => host.childNodes(host.parent(node)).indexOf(node);
        const copy = node => host.clone(node, true);
        // -1, 0 or 1: where the first point is from the second.
        const compare = (node, offset, other, otherOffset) => {
            if (node === other) return Math.sign(offset - otherOffset);
            if (host.compare(node, other) & 2) return -compare(other, otherOffset, node, offset);
            if (!host.contains(node, other)) return -1;
            let child = other;
            while (host.parent(child) !== node) child = host.parent(child);
            return indexOf(child) < offset ? 1 : -1;
        };
        const check = (node, offset) => {
            if (!isNode(node)) throw new TypeError('Argument 1 is not a node');
            if (offset > sizeOf(node)) fail('IndexSizeError', 'The offset is beyond the end.');
        };
        const parentOf = node => host.parent(node) ?? fail('InvalidNodeTypeError', 'The node has no parent.');

        class Range {
            #start = [G.document, 0]; #end = [G.document, 0];
            get startContainer() { return this.#start[0]; }
            get startOffset() { return this.#start[1]; }
            get endContainer() { return this.#end[0]; }
            get endOffset() { return this.#end[1]; }
            get collapsed() { return compare(...this.#start, ...this.#end) === 0; }
            get commonAncestorContainer() {
                let node = this.#start[0];
                while (!host.contains(node, this.#end[0])) node = host.parent(node);
                return node;
            }
            setStart(node, offset) {
                check(node, offset >>>= 0);
                this.#start = [node, offset];
                if (host.root(node) !== host.root(this.#end[0]) || compare(...this.#start, ...this.#end) > 0) this.#end = [node, offset];
            }
            setEnd(node, offset) {
                check(node, offset >>>= 0);
                this.#end = [node, offset];
                if (host.root(node) !== host.root(this.#start[0]) || compare(...this.#start, ...this.#end) > 0) this.#start = [node, offset];
            }
            setStartBefore(node) { this.setStart(parentOf(node), indexOf(node)); }
            setStartAfter(node) { this.setStart(parentOf(node), indexOf(node) + 1); }
            setEndBefore(node) { this.setEnd(parentOf(node), indexOf(node)); }
            setEndAfter(node) { this.setEnd(parentOf(node), indexOf(node) + 1); }
            collapse(toStart = false) { if (toStart) this.#end = this.#start; else this.#start = this.#end; }
            selectNode(node) { this.setStartBefore(node); this.setEndAfter(node); }
            selectNodeContents(node) { this.setStart(node, 0); this.setEnd(node, sizeOf(node)); }
            compareBoundaryPoints(how, other) {
                const [mine, theirs] = [[this.#start, other.#start], [this.#end, other.#start], [this.#end, other.#end],
                    [this.#start, other.#end]][how] ?? fail('NotSupportedError', 'The comparison is unknown.');
                return compare(...mine, ...theirs);
            }
            comparePoint(node, offset) {
                check(node, offset);
                return compare(node, offset, ...this.#start) < 0 ? -1 : compare(node, offset, ...this.#end) > 0 ? 1 : 0;
            }
            isPointInRange(node, offset) { return host.root(node) === host.root(this.#start[0]) && this.comparePoint(node, offset) === 0; }
            intersectsNode(node) {
                const parent = host.parent(node);
                if (!parent) return host.root(this.#start[0]) === node;
                return compare(parent, indexOf(node), ...this.#end) < 0 && compare(parent, indexOf(node) + 1, ...this.#start) > 0;
            }
            cloneRange() {
                const made = new Range();
                made.#start = this.#start;
                made.#end = this.#end;
                return made;
            }
            // What of a node's children is in the range, before anything is changed.
            #plan(parent) {
                return host.childNodes(parent).flatMap((node, index) => {
                    if (compare(parent, index, ...this.#end) >= 0 || compare(parent, index + 1, ...this.#start) <= 0) return [];
                    const isWhole = compare(...this.#start, parent, index) <= 0 && compare(...this.#end, parent, index + 1) >= 0;
                    if (isWhole) return [{node}];
                    return [host.data(node) === null ? {node, parts: this.#plan(node)} : {node, slice: this.#slice(node)}];
                });
            }
            #slice(node) {
                return [node === this.#start[0] ? this.#start[1] : 0, node === this.#end[0] ? this.#end[1] : sizeOf(node)];
            }
            #take(into, removes) {
                const common = this.commonAncestorContainer;
                const plan = host.data(common) === null ? this.#plan(common) : [{node: common, slice: this.#slice(common)}];
                let [node, offset] = this.#start;
                if (removes && !host.contains(node, this.#end[0])) {
                    while (!host.contains(host.parent(node), this.#end[0])) node = host.parent(node);
                    [node, offset] = [host.parent(node), indexOf(node) + 1];
                }
                const apply = (parts, into) => {
                    for (const {node, slice, parts: inner} of parts) {
                        if (slice) {
                            const data = host.data(node);
                            const made = host.clone(node, false);
                            host.setData(made, data.slice(...slice));
                            into?.append(made);
                            if (removes) node.data = data.slice(0, slice[0]) + data.slice(slice[1]);
                        } else if (inner) {
                            const shell = host.clone(node, false);
                            into?.append(shell);
                            apply(inner, shell);
                        } else if (into) into.append(removes ? node : copy(node));
                        else node.remove();
                    }
                };
                apply(plan, into);
                if (removes) this.#start = this.#end = [node, offset];
                return into;
            }
            cloneContents() { return this.#take(host.createFragment(), false); }
            extractContents() { return this.#take(host.createFragment(), true); }
            deleteContents() { this.#take(null, true); }
            insertNode(node) {
                let [parent, offset] = this.#start, reference;
                if (host.nodeType(parent) === 3) {
                    reference = offset > 0 || !this.collapsed ? parent.splitText(offset) : parent;
                    parent = host.parent(parent);
                } else reference = host.childNodes(parent)[offset] ?? null;
                const wasCollapsed = this.collapsed, last = host.nodeType(node) === 11 ? host.lastChild(node) : node;
                parent.insertBefore(node, reference);
                if (wasCollapsed && last) this.setEndAfter(last);
            }
            surroundContents(parent) {
                const inside = this.extractContents();
                parent.replaceChildren();
                this.insertNode(parent);
                parent.append(inside);
                this.selectNode(parent);
            }
            createContextualFragment(markup) {
                const node = this.#start[0];
                const element = host.nodeType(node) === 1 ? node : host.parent(node);
                const isElement = element && host.nodeType(element) === 1 && host.localName(element) !== 'html';
                return host.parseFragment(isElement ? element : host.createElement('body'), String(markup));
            }
            getBoundingClientRect() {
                const node = this.#start[0];
                return (host.nodeType(node) === 1 ? node : host.parent(node) ?? node).getBoundingClientRect?.() ?? new G.DOMRect();
            }
            getClientRects() { return [this.getBoundingClientRect()]; }
            toString() {
                const made = this.cloneContents();
                return host.textContent(made);
            }
        }
        const comparisons = {START_TO_START: 0, START_TO_END: 1, END_TO_END: 2, END_TO_START: 3};
        for (const name of Object.keys(comparisons)) { put(Range, name, comparisons[name], true); put(Range.prototype, name, comparisons[name], true); }
        library.inert(Range.prototype, 'detach');

        class Selection {
            #range = null; #isBackward = false;
            get rangeCount() { return this.#range ? 1 : 0; }
            get anchorNode() { return (this.#isBackward ? this.#range?.endContainer : this.#range?.startContainer) ?? null; }
            get anchorOffset() { return (this.#isBackward ? this.#range?.endOffset : this.#range?.startOffset) ?? 0; }
            get focusNode() { return (this.#isBackward ? this.#range?.startContainer : this.#range?.endContainer) ?? null; }
            get focusOffset() { return (this.#isBackward ? this.#range?.startOffset : this.#range?.endOffset) ?? 0; }
            get isCollapsed() { return this.#range?.collapsed ?? true; }
            get type() { return this.#range ? this.#range.collapsed ? 'Caret' : 'Range' : 'None'; }
            getRangeAt(index) { return index === 0 && this.#range || fail('IndexSizeError', 'There is no such range.'); }
            addRange(range) { if (!this.#range) { this.#range = range; this.#isBackward = false; } }
            removeRange(range) { if (this.#range === range) this.#range = null; else fail('NotFoundError', 'The range is not selected.'); }
            removeAllRanges() { this.#range = null; }
            empty() { this.#range = null; }
            setBaseAndExtent(anchor, anchorOffset, focus, focusOffset) {
                const range = new Range();
                this.#isBackward = compare(anchor, anchorOffset, focus, focusOffset) > 0;
                range.setStart(...this.#isBackward ? [focus, focusOffset] : [anchor, anchorOffset]);
                range.setEnd(...this.#isBackward ? [anchor, anchorOffset] : [focus, focusOffset]);
                this.#range = range;
            }
            collapse(node, offset = 0) { if (node === null) this.#range = null; else this.setBaseAndExtent(node, offset, node, offset); }
            setPosition(node, offset = 0) { this.collapse(node, offset); }
            collapseToStart() { const range = this.getRangeAt(0); this.collapse(range.startContainer, range.startOffset); }
            collapseToEnd() { const range = this.getRangeAt(0); this.collapse(range.endContainer, range.endOffset); }
            extend(node, offset = 0) { this.setBaseAndExtent(this.anchorNode, this.anchorOffset, node, offset); }
            selectAllChildren(node) { this.setBaseAndExtent(node, 0, node, host.childNodes(node).length); }
            containsNode(node, partly = false) {
                if (!this.#range) return false;
                const made = new Range();
                made.selectNode(node);
                return partly ? this.#range.intersectsNode(node) : this.#range.compareBoundaryPoints(0, made) <= 0
                    && this.#range.compareBoundaryPoints(2, made) >= 0;
            }
            deleteFromDocument() { this.#range?.deleteContents(); }
            toString() { return this.#range ? String(this.#range) : ''; }
        }
        const selection = new Selection();
        return {Range, Selection, createRange() { return new Range(); }, getSelection() { return selection; }};
        """#
}
