import Bytes
import Diagnostics

/// Rich texts in the form of records.
extension RecordWriter {
    mutating func write(_ text: RichText) {
        writeFace(text)
        write(text.location) { $0.write($1.range) }
        if case .rendered(let rendered) = text.storage { writePlaces(of: rendered) }
    }

    /// What a text says, without the places in its file.
    mutating func writeFace(_ text: RichText) {
        switch text.storage {
        case .plain(let plain):
            write(false)
            write(plain)
        case .rendered(let rendered):
            write(true)
            for bytes in [rendered.html, rendered.markdown, rendered.plain] { write(bytes) }
            write(rendered.insertions) { $0.write($1) }
            write(rendered.outline) { writer, heading in
                writer.write(heading.level)
                writer.write(heading.id)
                writer.write(heading.text)
                writer.write(heading.hasContent)
            }
        }
    }

    private mutating func write(_ holed: HoledBytes) {
        write(holed.bytes)
        write(holed.holes) { writer, hole in
            writer.write(hole.offset)
            writer.write(hole.index)
            writer.write(UInt64(hole.part.rawValue))
        }
    }

    private mutating func write(_ insertion: Insertion) {
        switch insertion {
        case .link(let destination, _):
            write(UInt64(0))
            write(destination)
        case .image(let destination, _):
            write(UInt64(1))
            write(destination)
        case .directive(let call):
            write(UInt64(2))
            write(call.name)
            write(call.form.rawValue)
            write(call.label)
            write(call.attributes) { writer, attribute in
                writer.write(attribute.name)
                writer.write(attribute.value)
            }
        }
    }

    /// The places of insertions and headings, in the order in which `writeFace` wrote them.
    private mutating func writePlaces(of text: RenderedText) {
        for insertion in text.insertions {
            switch insertion {
            case .link(_, let range), .image(_, let range): write(range)
            case .directive(let call):
                write(call.range)
                write(call.labelRange)
                for attribute in call.attributes { write(attribute.range) }
            }
        }
        for heading in text.outline { write(heading.range) }
    }
}

extension RichText {
    init(_ reader: inout RecordReader, file: SourceFile?) {
        guard reader.flag() else {
            let plain = reader.text()
            self.init(plain: plain, at: Self.location(&reader, file))
            return
        }
        let (html, markdown, plain) = (HoledBytes(&reader), HoledBytes(&reader), HoledBytes(&reader))
        let insertions = reader.list { Insertion(&$0) }
        let outline = reader.list { reader in
            let (level, id) = (reader.integer(), reader.text())
            let text = reader.text()
            return Heading(level: level, id: id, text: text, range: 0..<0, hasContent: reader.flag())
        }
        let location = Self.location(&reader, file)
        let rendered = RenderedText(
            html: html, markdown: markdown, plain: plain,
            insertions: insertions.map { $0.placed(&reader) },
            outline: outline.map {
                Heading(
                    level: $0.level, id: $0.id, text: $0.text, range: reader.range(), hasContent: $0.hasContent)
            })
        self.init(rendered, at: location)
    }

    private static func location(_ reader: inout RecordReader, _ file: SourceFile?) -> TextLocation? {
        let range = reader.optional { $0.range() }
        guard let file, let range else { return nil }
        return TextLocation(file: file, range: range)
    }
}

extension HoledBytes {
    fileprivate init(_ reader: inout RecordReader) {
        let bytes = reader.bytes()
        self.init(
            bytes: bytes,
            holes: reader.list { reader in
                let (offset, index) = (reader.integer(), reader.integer())
                return Hole(
                    offset: offset, index: index,
                    part: Part(rawValue: UInt8(truncatingIfNeeded: reader.number())) ?? .whole)
            })
    }
}

extension Insertion {
    fileprivate init(_ reader: inout RecordReader) {
        switch reader.number() {
        case 0: self = .link(destination: reader.text(), range: 0..<0)
        case 1: self = .image(destination: reader.text(), range: 0..<0)
        default:
            let (name, form) = (reader.text(), DirectiveCall.Form(rawValue: reader.text()) ?? .inline)
            let label = reader.optionalText()
            let attributes = reader.list { reader in
                let name = reader.text()
                return DirectiveCall.Attribute(name: name, value: reader.text(), range: 0..<0)
            }
            self = .directive(
                DirectiveCall(
                    name: name, form: form, label: label, labelRange: 0..<0, attributes: attributes, range: 0..<0))
        }
    }

    /// The same with the places that stand behind the texts.
    fileprivate func placed(_ reader: inout RecordReader) -> Insertion {
        switch self {
        case .link(let destination, _): return .link(destination: destination, range: reader.range())
        case .image(let destination, _): return .image(destination: destination, range: reader.range())
        case .directive(let call):
            let (range, labelRange) = (reader.range(), reader.range())
            let attributes = call.attributes.map {
                DirectiveCall.Attribute(name: $0.name, value: $0.value, range: reader.range())
            }
            return .directive(
                DirectiveCall(
                    name: call.name, form: call.form, label: call.label, labelRange: labelRange,
                    attributes: attributes, range: range))
        }
    }
}
