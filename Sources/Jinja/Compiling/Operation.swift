/// One step of a compiled template. Numbers point into the tables of its program; the machine works on a stack of values.
enum Operation: Sendable {
    /// Copies bytes of the template into the page.
    case text(start: Int32, length: Int32)
    /// Takes a value and writes it, escaped.
    case output

    case constant(Int32)
    /// A variable of the page, expected at a position of its record.
    case root(name: Int32, hint: Int32)
    case global(name: Int32, hint: Int32)
    /// A variable of the page or a global, when no schema says which.
    case lookup(name: Int32)
    case undefined(Int32)
    case load(Int32)
    /// A slot of the main frame, which macros share.
    case loadMain(Int32)
    /// A slot of an enclosing macro.
    case loadOuter(hops: Int32, slot: Int32)
    case store(Int32)
    /// Makes a slot undefined.
    case clear(slot: Int32, missing: Int32)
    case pop

    case attribute(site: Int32)
    /// `attribute` of what a slot or a variable of the page holds, in one step; the `output` forms write it.
    case slotField(slot: Int32, site: Int32)
    case outputSlotField(slot: Int32, site: Int32)
    case rootField(site: Int32)
    case outputRootField(site: Int32)
    case item
    case slice
    case arithmetic(ArithmeticOperator)
    case concatenate(Int32)
    case compare(ComparisonOperator)
    case negate
    case plus
    case not
    case makeList(Int32)
    case makeTuple(Int32)
    case makeDictionary(Int32)
    /// Makes a record of what a template exports.
    case makeRecord(shape: Int32)

    case jump(Int32)
    case jumpIfFalse(Int32)
    case jumpIfFalseKeeping(Int32)
    case jumpIfTrueKeeping(Int32)

    case filter(Int32)
    case test(Int32)
    case function(Int32)
    case call(Int32)
    /// As `call`, but what a macro writes goes straight into the page.
    case callOutput(Int32)
    case method(Int32)
    case returning

    case macro(Int32)
    /// Jumps when the macro's parameter was given.
    case jumpIfGiven(slot: Int32, Int32)

    /// Takes the items; `slot` gets the loop, unless it is -1.
    case loopBegin(slot: Int32, recursive: Bool)
    /// Gives the next item, or jumps.
    case loopNext(Int32)
    /// Takes a condition and notes the item when it holds; as Jinja2, as a tuple when the loop takes it apart.
    case loopKeep(asTuple: Bool)
    /// Ends a filtering loop and gives the items noted.
    case loopCollect
    /// Jumps over the `else` part when there was an item.
    case loopEnd(Int32)
    case loopField(LoopField)
    /// Takes a value with so many items; the first lies on top.
    case unpack(Int32)
    /// Takes a namespace and a value.
    case setField(Int32)

    /// What `Fusion` makes of an operation and the one behind it, which stays where it is and is passed over.
    case jumpIfSlotFieldFalse(slot: Int32, site: Int32, Int32)
    case jumpIfRootFieldFalse(site: Int32, Int32)
    case outputAttribute(site: Int32)
    case outputSlot(Int32)
    case compareConstant(ComparisonOperator, Int32)
    case loopStore(slot: Int32, Int32)

    case captureBegin
    case captureEnd
    /// Takes the text that a tag's filters made of its HTML for HTML.
    case vouch
}

/// What a template asks of `loop`.
enum LoopField: String, Sendable, CaseIterable {
    case index
    case index0
    case revindex
    case revindex0
    case first
    case last
    case length
    case depth
    case depth0
    case previtem
    case nextitem
}
