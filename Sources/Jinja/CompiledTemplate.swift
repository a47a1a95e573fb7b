package import Bytes
package import Diagnostics

/// A template ready to render: immutable, shared by all tasks.
package struct CompiledTemplate: Sendable {
    /// The template that was asked for.
    package let name: String
    /// The templates that it is made of, itself included, sorted.
    package let closure: [String]
    let program: Program
    let library: TemplateLibrary

    /// The same in memory of its own, for a task that renders many pages.
    package func copied() -> CompiledTemplate {
        CompiledTemplate(name: name, closure: closure, program: program.copied(), library: library)
    }

    /// Writes a page.
    ///
    /// - Parameters:
    ///   - page: the variables of the page.
    ///   - globals: the variables of every page.
    ///   - buffer: gets the page at its end; unchanged when rendering fails.
    ///   - budget: how much the rendering may do.
    /// - Throws: what went wrong, with the place in the template and the way that led there.
    package func render(
        _ page: Record, globals: Record = .empty, into buffer: inout ByteBuffer, budget: RenderBudget = RenderBudget()
    ) throws(Failure) {
        let start = buffer.count
        var machine = Machine(program, page: page, globals: globals, budget: budget, outputStart: start)
        do throws(EvaluationError) {
            try machine.run(&buffer)
        } catch {
            buffer.truncate(to: start)
            throw Failure(diagnostic(error, at: machine.trace))
        }
    }
}

extension CompiledTemplate {
    /// `trace`: the operation that failed and the calls that led to it, innermost first.
    private func diagnostic(_ error: EvaluationError, at trace: [Int]) -> Diagnostic {
        let places = trace.map { program.placeTable[Int(program.places[$0])] }
        guard let first = places.first else {
            return Diagnostic(error.code, at: nil, error.message, hint: error.hint)
        }
        var notes = library.notes(for: first.route, in: program)
        var outer = first.route
        for (place, inner) in zip(places.dropFirst(), places).prefix(16) where place != inner {
            notes.append(
                DiagnosticNote(at: library.location(of: place.span), Message(en: "called here", zh: "在此处调用")))
            if place.route != outer { notes += library.notes(for: place.route, in: program) }
            outer = place.route
        }
        return Diagnostic(
            error.code, at: library.location(of: first.span), error.message, hint: error.hint, notes: notes)
    }
}
