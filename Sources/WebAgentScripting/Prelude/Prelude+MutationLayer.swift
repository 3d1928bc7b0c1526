extension Prelude {
    /// `MutationObserver`.
    static let mutationLayer = #"""
        const {accessor, constants, observers, report, isNode, fixedList} = library;
        const recorded = new WeakMap();
        class MutationRecord {
            constructor(type, target, values) {
                recorded.set(this, {type, target, addedNodes: fixedList('NodeList', values.addedNodes ?? []),
                    removedNodes: fixedList('NodeList', values.removedNodes ?? []), previousSibling: values.previousSibling ?? null,
                    nextSibling: values.nextSibling ?? null, attributeName: values.attributeName ?? null,
                    oldValue: values.oldValue ?? null});
            }
        }
        for (const name of ['type', 'target', 'addedNodes', 'removedNodes', 'previousSibling', 'nextSibling', 'attributeName',
            'oldValue']) accessor(MutationRecord.prototype, name, function () { return recorded.get(this)[name]; });
        constants(MutationRecord.prototype, {attributeNamespace: null});
        class MutationObserver {
            #callback; #targets = new Map(); #records = []; #scheduled = false; #notify;
            constructor(callback) {
                if (typeof callback !== 'function') throw new TypeError('A function is expected.');
                this.#callback = callback;
                this.#notify = (target, type, describe) => this.#noticed(target, type, describe);
            }
            observe(target, options = {}) {
                if (!isNode(target)) throw new TypeError('Argument 1 is not a node');
                const wanted = {...options};
                if (wanted.attributes === undefined && (wanted.attributeOldValue !== undefined || wanted.attributeFilter)) wanted.attributes = true;
                if (wanted.characterData === undefined && wanted.characterDataOldValue !== undefined) wanted.characterData = true;
                if (!wanted.childList && !wanted.attributes && !wanted.characterData) throw new TypeError('Nothing is to be observed.');
                this.#targets.set(target, wanted);
                observers.add(this.#notify);
                host.frame('observe');
            }
            disconnect() { this.#targets.clear(); this.#records = []; observers.delete(this.#notify); }
            takeRecords() { const records = this.#records; this.#records = []; return records; }
            #noticed(target, type, describe) {
                for (const [watched, wanted] of this.#targets) {
                    if (!wanted[type] || !(watched === target || (wanted.subtree && host.contains(watched, target)))) continue;
                    const values = describe();
                    if (type === 'attributes' && wanted.attributeFilter && !wanted.attributeFilter.includes(values.attributeName)) continue;
                    if (!(type === 'attributes' ? wanted.attributeOldValue : wanted.characterDataOldValue)) values.oldValue = null;
                    this.#records.push(new MutationRecord(type, target, values));
                    if (!this.#scheduled) { this.#scheduled = true; Promise.resolve().then(() => this.#tell()); }
                    return;
                }
            }
            #tell() {
                this.#scheduled = false;
                const records = this.takeRecords();
                if (records.length === 0) return;
                try { this.#callback.call(this, records, this); } catch (error) { report(error); }
            }
        }
        return {MutationObserver, MutationRecord, WebKitMutationObserver: MutationObserver};
        """#
}
