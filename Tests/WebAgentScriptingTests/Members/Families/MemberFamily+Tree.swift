extension MemberFamily {
    static let tree = MemberFamily(
        "nodes, lists and what observes them",
        #"""
        [EventTarget] new EventTarget()
        addEventListener: { let got; e.addEventListener('x', event => { got = event.type; }, {once: true}); e.dispatchEvent(new Event('x')); const was = got; got = 0; e.dispatchEvent(new Event('x')); return was === 'x' && got === 0; }
        removeEventListener: { let n = 0; const f = () => { n += 1; }; e.addEventListener('x', f); e.removeEventListener('x', f); e.dispatchEvent(new Event('x')); return n === 0; }
        dispatchEvent: { let path = ''; box.addEventListener('x', () => { path += 'c'; }, true); box.addEventListener('x', () => { path += 'b'; }); para.addEventListener('x', event => { path += 't'; event.preventDefault(); }); return para.dispatchEvent(new Event('x', {bubbles: true, cancelable: true})) === false && path === 'ctb'; }
        [Node] new Text('x')
        nodeType: [e, para, document, new Comment(''), document.createDocumentFragment(), document.doctype].map(n => n.nodeType).join() === '3,1,9,8,11,10'
        nodeName: para.nodeName === 'P' && e.nodeName === '#text' && document.nodeName === '#document'
        nodeValue: e.nodeValue === 'x' && para.nodeValue === null && (e.nodeValue = 'y', e.data === 'y')
        textContent: box.textContent === 'textboldmore' && (para.textContent = '<', para.innerHTML === '&lt;')
        parentNode: bold.parentNode === para && document.parentNode === null
        parentElement: para.parentElement === box && document.documentElement.parentElement === null
        childNodes: box.childNodes.length === 2 && box.childNodes[0] === para && (para.remove(), box.childNodes[0] === other)
        firstChild: box.firstChild === para && e.firstChild === null
        lastChild: box.lastChild === other && e.lastChild === null
        nextSibling: para.nextSibling === other && other.nextSibling === null
        previousSibling: other.previousSibling === para && para.previousSibling === null
        ownerDocument: para.ownerDocument === document && document.ownerDocument === null
        isConnected: para.isConnected === true && e.isConnected === false
        baseURI: para.baseURI === 'https://idp.example.test/login?a=1'
        hasChildNodes: box.hasChildNodes() && !e.hasChildNodes()
        getRootNode: bold.getRootNode() === document && e.getRootNode() === e
        contains: box.contains(bold) && box.contains(box) && !para.contains(other) && !box.contains(null)
        isSameNode: para.isSameNode(para) && !para.isSameNode(other)
        isEqualNode: para.isEqualNode(para.cloneNode(true)) && !para.isEqualNode(other)
        compareDocumentPosition: para.compareDocumentPosition(other) === 4 && other.compareDocumentPosition(para) === 2 && box.compareDocumentPosition(bold) === 20
        appendChild: box.appendChild(para) === para && box.lastChild === para && box.firstChild === other
        insertBefore: box.insertBefore(other, para) === other && box.firstChild === other && box.childNodes.length === 2
        removeChild: box.removeChild(para) === para && para.parentNode === null && (() => { try { box.removeChild(para); } catch (error) { return error.name === 'NotFoundError'; } })()
        replaceChild: box.replaceChild(e, para) === para && box.firstChild === e && para.parentNode === null
        cloneNode: para.cloneNode().outerHTML === '<p id="para" title="t"></p>' && para.cloneNode(true).innerHTML === para.innerHTML
        normalize: (other.append('a', 'b', ''), other.normalize(), other.childNodes.length === 1 && other.firstChild.data === 'moreab')
        isDefaultNamespace: para.isDefaultNamespace('http://www.w3.org/1999/xhtml') === true && para.isDefaultNamespace('x') === false
        @constants ELEMENT_NODE=1 ATTRIBUTE_NODE=2 TEXT_NODE=3 CDATA_SECTION_NODE=4 PROCESSING_INSTRUCTION_NODE=7 COMMENT_NODE=8 DOCUMENT_NODE=9 DOCUMENT_TYPE_NODE=10 DOCUMENT_FRAGMENT_NODE=11
        @constants DOCUMENT_POSITION_DISCONNECTED=1 DOCUMENT_POSITION_PRECEDING=2 DOCUMENT_POSITION_FOLLOWING=4 DOCUMENT_POSITION_CONTAINS=8 DOCUMENT_POSITION_CONTAINED_BY=16
        [CharacterData] new Text('abcd')
        data: e.data === 'abcd' && (e.data = null, e.nodeValue === '')
        length: e.length === 4
        substringData: e.substringData(1, 2) === 'bc'
        appendData: (e.appendData('e'), e.data === 'abcde')
        insertData: (e.insertData(1, 'x'), e.data === 'axbcd')
        deleteData: (e.deleteData(1, 2), e.data === 'ad')
        replaceData: (e.replaceData(1, 2, 'x'), e.data === 'axd')
        nextElementSibling: (para.after(e), e.nextElementSibling === other)
        previousElementSibling: (para.after(e), e.previousElementSibling === para)
        before: (para.after(e), e.before('x', bold), box.innerHTML === '<p id="para" title="t">text</p>x<b id="bold">bold</b>abcd<p id="other">more</p>')
        after: (para.before(e), e.after('x'), e.nextSibling.data === 'x')
        replaceWith: (para.before(e), e.replaceWith('x'), box.firstChild.data === 'x' && e.parentNode === null)
        remove: (box.append(e), e.remove(), e.parentNode === null && box.lastChild === other)
        [Text] new Text('ab')
        splitText: (box.append(e), e.splitText(1).data === 'b' && e.data === 'a' && e.nextSibling.data === 'b')
        wholeText: (other.append(e), e.wholeText === 'moreab' && e.previousSibling.wholeText === 'moreab')
        [Comment] new Comment('c')
        [DocumentType] document.doctype
        name: e.name === 'html'
        publicId: new DOMParser().parseFromString('<!DOCTYPE html PUBLIC "p" "s">', 'text/html').doctype.publicId === 'p'
        systemId: new DOMParser().parseFromString('<!DOCTYPE html PUBLIC "p" "s">', 'text/html').doctype.systemId === 's'
        own before: (e.before(new Comment('x')), document.firstChild.data === 'x')
        own after: (e.after(new Comment('x')), document.childNodes[1].data === 'x')
        own replaceWith: (e.replaceWith(new Comment('x')), document.firstChild.data === 'x' && document.doctype === null)
        own remove: (e.remove(), document.doctype === null)
        [DocumentFragment] document.createDocumentFragment()
        append: (e.append(para, 'x'), e.childNodes.length === 2 && para.parentNode === e)
        prepend: (e.append('x'), e.prepend(para), e.firstChild === para)
        replaceChildren: (e.append('x'), e.replaceChildren(para), e.childNodes.length === 1 && e.firstChild === para)
        querySelector: (e.append(para), e.querySelector('p > b') === bold && e.querySelector('i') === null)
        querySelectorAll: (e.append(para, other), e.querySelectorAll('p').length === 2)
        getElementById: (e.append(para), e.getElementById('bold') === bold && e.getElementById('box') === null)
        children: (e.append('x', para), e.children.length === 1 && e.children[0] === para)
        firstElementChild: (e.append('x', para, other), e.firstElementChild === para)
        lastElementChild: (e.append('x', para, other, 'y'), e.lastElementChild === other)
        childElementCount: (e.append('x', para, other), e.childElementCount === 2)
        [NodeList] box.childNodes
        length: e.length === 2 && (para.remove(), e.length === 1)
        item: e.item(1) === other && e.item(2) === null
        forEach: { const seen = []; e.forEach((node, index, list) => { seen.push(node.id + index + (list === e)); }); return seen.join() === 'para0true,other1true'; }
        keys: [...e.keys()].join() === '0,1'
        values: [...e.values()][1] === other
        entries: [...e.entries()][1].join() === '1,' + other
        Symbol.iterator: [...e].length === 2
        [RadioNodeList] form.elements.kind
        value: e.value === '' && (e.value = '2', two.checked) && e.value === '2'
        [HTMLCollection] box.children
        length: e.length === 2 && (para.remove(), e.length === 1)
        item: e.item(1) === other && e.item(2) === null
        namedItem: e.namedItem('other') === other && e.other === other && e.namedItem('nope') === null
        Symbol.iterator: [...e][0] === para
        [NamedNodeMap] para.attributes
        length: e.length === 2 && (para.id = '', para.removeAttribute('id'), e.length === 1)
        item: e.item(1).name === 'title' && e[0].name === 'id' && e.item(2) === null
        getNamedItem: e.getNamedItem('TITLE').value === 't' && e.getNamedItem('x') === null
        setNamedItem: { const made = document.createAttribute('lang'); made.value = 'en'; e.setNamedItem(made); return para.lang === 'en'; }
        removeNamedItem: e.removeNamedItem('title').name === 'title' && !para.hasAttribute('title')
        Symbol.iterator: [...e].map(a => a.name).join() === 'id,title'
        [Attr] para.getAttributeNode('title')
        name: e.name === 'title'
        nodeName: e.nodeName === 'title'
        localName: e.localName === 'title'
        value: e.value === 't' && (e.value = 'u', para.title === 'u')
        nodeValue: e.nodeValue === 't' && (e.nodeValue = 'u', para.title === 'u')
        textContent: e.textContent === 't' && (e.textContent = 'u', para.title === 'u')
        ownerElement: e.ownerElement === para && document.createAttribute('x').ownerElement === null
        [DOMTokenList] box.classList
        length: e.length === 2
        value: e.value === 'one two' && (e.value = 'x', box.className === 'x')
        item: e.item(1) === 'two' && e.item(2) === null
        contains: e.contains('one') && !e.contains('x')
        add: (e.add('x', 'one'), box.className === 'one two x')
        remove: (e.remove('one', 'nope'), box.className === 'two')
        toggle: e.toggle('one') === false && e.toggle('y', true) === true && box.className === 'two y'
        replace: e.replace('one', 'x') === true && e.replace('nope', 'x') === false && box.className === 'x two'
        forEach: { const seen = []; e.forEach((name, index) => { seen.push(name + index); }); return seen.join() === 'one0,two1'; }
        keys: [...e.keys()].join() === '0,1'
        values: [...e.values()].join() === 'one,two'
        entries: [...e.entries()].join('|') === '0,one|1,two'
        Symbol.iterator: [...e].join() === 'one,two'
        toString: String(e) === 'one two'
        [MutationObserver] new MutationObserver(() => {})
        observe: new Promise(done => { new MutationObserver((records, self) => { done(records.length === 2 && records[0].type === 'attributes'); }).observe(box, {attributes: true, childList: true, subtree: true}); para.title = 'x'; bold.remove(); })
        disconnect: (e.observe(box, {childList: true}), e.disconnect(), para.remove(), e.takeRecords().length === 0)
        takeRecords: (e.observe(box, {childList: true}), para.remove(), e.takeRecords().length === 1 && e.takeRecords().length === 0)
        [MutationRecord] (() => { const o = new MutationObserver(() => {}); o.observe(box, {childList: true, attributes: true, attributeOldValue: true, subtree: true}); para.title = 'u'; const made = make('i'); box.insertBefore(made, other); bold.remove(); const all = o.takeRecords(); o.disconnect(); globalThis.records = all; return all[0]; })()
        type: records.map(r => r.type).join() === 'attributes,childList,childList'
        target: e.target === para && records[1].target === box
        addedNodes: records[1].addedNodes.length === 1 && records[1].addedNodes[0].localName === 'i' && e.addedNodes.length === 0
        removedNodes: records[2].removedNodes[0] === bold && e.removedNodes.length === 0
        previousSibling: records[1].previousSibling === para && e.previousSibling === null
        nextSibling: records[1].nextSibling === other && e.nextSibling === null
        attributeName: e.attributeName === 'title' && records[1].attributeName === null
        oldValue: e.oldValue === 't' && records[1].oldValue === null
        """#
    )
}
