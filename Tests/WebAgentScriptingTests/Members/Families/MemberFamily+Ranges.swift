extension MemberFamily {
    static let ranges = MemberFamily(
        "walking, ranges, files and what asks about layout",
        #"""
        [NodeFilter] new NodeFilter()
        @constants FILTER_ACCEPT=1 FILTER_REJECT=2 FILTER_SKIP=3 SHOW_ALL=0xFFFFFFFF SHOW_ELEMENT=1 SHOW_ATTRIBUTE=2 SHOW_TEXT=4 SHOW_CDATA_SECTION=8
        @constants SHOW_PROCESSING_INSTRUCTION=64 SHOW_COMMENT=128 SHOW_DOCUMENT=256 SHOW_DOCUMENT_TYPE=512 SHOW_DOCUMENT_FRAGMENT=1024
        [TreeWalker] document.createTreeWalker(box, 1, node => node === bold ? 3 : 1)
        root: e.root === box
        whatToShow: e.whatToShow === 1
        filter: e.filter(bold) === 3 && document.createTreeWalker(box).filter === null
        currentNode: e.currentNode === box && (e.currentNode = other, e.nextNode() === null) && e.currentNode === other
        parentNode: (e.currentNode = bold.firstChild, e.parentNode() === para && e.parentNode() === box && e.parentNode() === null)
        firstChild: e.firstChild() === para && e.firstChild() === null && document.createTreeWalker(para, 4).firstChild().data === 'text'
        lastChild: e.lastChild() === other && document.createTreeWalker(para, 4).lastChild().data === 'bold'
        nextSibling: (e.currentNode = para, e.nextSibling() === other && e.nextSibling() === null)
        previousSibling: (e.currentNode = other, e.previousSibling() === para && e.previousSibling() === null)
        nextNode: e.nextNode() === para && e.nextNode() === other && e.nextNode() === null
        previousNode: (e.currentNode = other, e.previousNode() === para && e.previousNode() === box && e.previousNode() === null)
        [NodeIterator] document.createNodeIterator(box, NodeFilter.SHOW_TEXT, {acceptNode: node => node.data === 'bold' ? 2 : 1})
        root: e.root === box
        whatToShow: e.whatToShow === 4
        filter: e.filter.acceptNode(bold.firstChild) === 2
        referenceNode: e.referenceNode === box && (e.nextNode(), e.referenceNode.data === 'text')
        pointerBeforeReferenceNode: e.pointerBeforeReferenceNode === true && (e.nextNode(), e.pointerBeforeReferenceNode === false)
        nextNode: e.nextNode().data === 'text' && e.nextNode().data === 'more' && e.nextNode() === null
        previousNode: (e.nextNode(), e.nextNode(), e.previousNode().data === 'more') && e.previousNode().data === 'text' && e.previousNode() === null
        [Range] (() => { const range = document.createRange(); range.setStart(para.firstChild, 1); range.setEnd(other.firstChild, 2); return range; })()
        @constants START_TO_START=0 START_TO_END=1 END_TO_END=2 END_TO_START=3
        startContainer: e.startContainer === para.firstChild
        startOffset: e.startOffset === 1
        endContainer: e.endContainer === other.firstChild
        endOffset: e.endOffset === 2
        collapsed: e.collapsed === false && (e.collapse(true), e.collapsed === true)
        commonAncestorContainer: e.commonAncestorContainer === box
        setStart: (e.setStart(other.firstChild, 3), e.collapsed && e.endOffset === 3) && (() => { try { e.setStart(para, 9); } catch (error) { return error.name === 'IndexSizeError'; } })()
        setEnd: (e.setEnd(para, 0), e.collapsed && e.startContainer === para)
        setStartBefore: (e.setStartBefore(other), e.startContainer === box && e.startOffset === 1)
        setStartAfter: (e.setStartAfter(para), e.startContainer === box && e.startOffset === 1)
        setEndBefore: (e.setEndBefore(other), e.endContainer === box && e.endOffset === 1)
        setEndAfter: (e.setEndAfter(other), e.endContainer === box && e.endOffset === 2)
        collapse: (e.collapse(), e.startContainer === other.firstChild && e.collapsed)
        selectNode: (e.selectNode(other), e.startContainer === box && e.startOffset === 1 && e.endOffset === 2)
        selectNodeContents: (e.selectNodeContents(para), e.startContainer === para && e.endOffset === 2)
        compareBoundaryPoints: { const r = document.createRange(); r.selectNode(bold); return e.compareBoundaryPoints(Range.START_TO_START, r) === -1 && e.compareBoundaryPoints(Range.END_TO_END, r) === 1; }
        comparePoint: e.comparePoint(bold, 0) === 0 && e.comparePoint(box, 0) === -1 && e.comparePoint(form, 0) === 1
        isPointInRange: e.isPointInRange(bold, 0) === true && e.isPointInRange(box, 0) === false
        intersectsNode: e.intersectsNode(bold) === true && e.intersectsNode(form) === false
        cloneRange: (r => r !== e && r.startOffset === 1 && r.endOffset === 2)(e.cloneRange())
        cloneContents: { const made = make('div'); made.append(e.cloneContents()); return made.innerHTML === '<p id="para" title="t">ext<b id="bold">bold</b></p><p id="other">mo</p>' && box.textContent === 'textboldmore'; }
        extractContents: { const made = make('div'); made.append(e.extractContents()); return made.textContent === 'extboldmo' && box.innerHTML === '<p id="para" title="t">t</p><p id="other">re</p>' && e.collapsed && e.startContainer === box && e.startOffset === 1; }
        deleteContents: (e.deleteContents(), box.innerHTML === '<p id="para" title="t">t</p><p id="other">re</p>')
        insertNode: (e.insertNode(make('i')), para.innerHTML === 't<i></i>ext<b id="bold">bold</b>')
        surroundContents: (e.selectNodeContents(other), e.surroundContents(make('i')), other.innerHTML === '<i>more</i>')
        createContextualFragment: (e.selectNode(para), e.createContextualFragment('<i>x</i>y').childNodes.length === 2)
        getBoundingClientRect: e.getBoundingClientRect().width > 0
        getClientRects: e.getClientRects().length === 1
        toString: String(e) === 'extboldmo'
        [Selection] (() => { const s = getSelection(); s.removeAllRanges(); s.setBaseAndExtent(other.firstChild, 2, para.firstChild, 1); return s; })()
        rangeCount: e.rangeCount === 1 && (e.empty(), e.rangeCount === 0)
        anchorNode: e.anchorNode === other.firstChild && (e.empty(), e.anchorNode === null)
        anchorOffset: e.anchorOffset === 2
        focusNode: e.focusNode === para.firstChild && (e.empty(), e.focusNode === null)
        focusOffset: e.focusOffset === 1
        isCollapsed: e.isCollapsed === false && (e.empty(), e.isCollapsed === true)
        type: e.type === 'Range' && (e.collapseToEnd(), e.type === 'Caret') && (e.empty(), e.type === 'None')
        getRangeAt: e.getRangeAt(0).startOffset === 1 && (() => { try { e.getRangeAt(1); } catch (error) { return error.name === 'IndexSizeError'; } })()
        addRange: { const r = document.createRange(); r.selectNodeContents(bold); e.empty(); e.addRange(r); return e.getRangeAt(0) === r; }
        removeRange: (e.removeRange(e.getRangeAt(0)), e.rangeCount === 0)
        removeAllRanges: (e.setBaseAndExtent(bold, 0, bold, 1), e.removeAllRanges(), e.rangeCount === 0)
        empty: (e.empty(), e.rangeCount === 0)
        setBaseAndExtent: (e.setBaseAndExtent(bold, 0, bold, 1), String(e) === 'bold')
        collapse: (e.collapse(bold, 1), e.isCollapsed && e.anchorOffset === 1) && (e.collapse(null), e.rangeCount === 0)
        setPosition: (e.setPosition(bold, 1), e.isCollapsed && e.anchorNode === bold)
        collapseToStart: (e.collapseToStart(), e.anchorNode === para.firstChild && e.isCollapsed)
        collapseToEnd: (e.collapseToEnd(), e.anchorNode === other.firstChild && e.isCollapsed)
        extend: (e.extend(other.firstChild, 4), String(e) === 're')
        selectAllChildren: (e.selectAllChildren(para), String(e) === 'textbold')
        containsNode: e.containsNode(bold) && !e.containsNode(para) && e.containsNode(para, true)
        deleteFromDocument: (e.deleteFromDocument(), box.textContent === 'tre')
        toString: String(e) === 'extboldmo'
        [XMLSerializer] new XMLSerializer()
        serializeToString: (bold.append(make('br')), bold.append('<'), e.serializeToString(bold) === '<b xmlns="http://www.w3.org/1999/xhtml" id="bold">bold<br />&lt;</b>')
        [FileReader] new FileReader()
        @constants EMPTY=0 LOADING=1 DONE=2
        readyState: e.readyState === 0 && (e.readAsText(new Blob(['x'])), e.readyState === 1)
        result: new Promise(done => { const was = e.result; e.onload = () => { done(was === null && e.result === 'x'); }; e.readAsText(new Blob(['x'])); })
        error: e.error === null
        readAsText: new Promise(done => { e.onloadend = () => { done(e.result === 'h\u00e9'); }; e.readAsText(new Blob(['h\u00e9'])); })
        readAsArrayBuffer: new Promise(done => { e.onload = () => { done(e.result.byteLength === 2); }; e.readAsArrayBuffer(new Blob(['hi'])); })
        readAsBinaryString: new Promise(done => { e.onload = () => { done(e.result === 'h\xc3\xa9'); }; e.readAsBinaryString(new Blob(['h\u00e9'])); })
        readAsDataURL: new Promise(done => { e.onload = () => { done(e.result === 'data:text/plain;base64,aGk='); }; e.readAsDataURL(new Blob(['hi'], {type: 'text/plain'})); })
        abort: new Promise(done => { let loads = 0; e.onload = () => { loads += 1; }; e.onabort = () => { setTimeout(() => { done(loads === 0 && e.result === null); }, 20); }; e.readAsText(new Blob(['x'])); e.abort(); })
        [MessageChannel] new MessageChannel()
        port1: new Promise(done => { e.port1.onmessage = event => { done(event.data === 'there'); }; e.port2.postMessage('there'); })
        port2: new Promise(done => { e.port2.onmessage = event => { done(event.data === 'there'); }; e.port1.postMessage('there'); })
        [MessagePort] (globalThis.channel = new MessageChannel()).port1
        postMessage: new Promise(done => { const sent = {a: 1}; channel.port2.onmessage = event => { done(event.data.a === 1 && event.data !== sent); }; e.postMessage(sent); sent.a = 2; })
        start: new Promise(done => { e.addEventListener('message', event => { done(event.data === 1); }); channel.port2.postMessage(1); e.start(); })
        close: new Promise(done => { let count = 0; e.onmessage = () => { count += 1; }; channel.port2.postMessage(1); e.close(); setTimeout(() => { done(count === 0); }, 20); })
        [IntersectionObserver] new IntersectionObserver(() => {}, {rootMargin: '5px', threshold: [0, 1]})
        rootMargin: e.rootMargin === '5px'
        thresholds: e.thresholds.join() === '0,1'
        [ResizeObserver] new ResizeObserver(() => {})
        [PerformanceObserver] new PerformanceObserver(() => {})
        [FontFaceSet] document.fonts
        [VisualViewport] visualViewport
        [CSS]
        escape: CSS.escape('1a .b') === '\\31 a\\ \\.b' && CSS.escape('-') === '\\-'
        """#
    )
}
