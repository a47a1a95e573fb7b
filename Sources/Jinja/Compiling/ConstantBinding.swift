internal import Bytes

/// Works out beforehand what is the same on every page, such as the phrases of a language.
extension CompiledTemplate {
    /// The template with the fields of a variable taken from `record`: what is written becomes text of the template, what is
    /// asked becomes a constant. Pages must give the variable the same value.
    package func binding(_ variable: String, to record: Record) -> CompiledTemplate {
        var program = self.program
        for (index, operation) in program.operations.enumerated() {
            switch operation {
            case .outputRootField(let site):
                guard let value = program.value(ofField: site, of: variable, in: record) else { continue }
                var buffer = ByteBuffer(capacity: 256)
                switch value {
                case .text(let text): buffer.append(autoescaped: text)
                case .html(let html): buffer.append(html.bytes)
                default: continue
                }
                program.operations[index] = .text(start: Int32(program.text.count), length: Int32(buffer.count))
                program.text += buffer.bytes
            case .rootField(let site), .jumpIfRootFieldFalse(let site, _):
                guard let value = program.value(ofField: site, of: variable, in: record) else { continue }
                program.operations[index] = .constant(Int32(program.constants.count))
                program.constants.append(value)
            default: continue
            }
        }
        return CompiledTemplate(
            name: name, closure: closure, program: Simplification.apply(to: program), library: library)
    }
}

extension Program {
    fileprivate func value(ofField site: Int32, of variable: String, in record: Record) -> Value? {
        let site = fields[Int(site)]
        guard site.rootName >= 0, names[Int(site.rootName)] == variable else { return nil }
        return record[names[Int(site.name)]]
    }
}
