internal import CLibFYAML

/// Runs libfyaml over a text and hands its events, as values, to a `TreeBuilder`.
///
/// Parser, diagnostics object and events live and die in `read`; the pointers into them never leave a call.
enum EventReader {
    /// The version of the libfyaml that is linked, such as `0.7.12`.
    static var libraryVersion: String {
        unsafe fy_library_version().map { unsafe String(cString: $0) } ?? "unknown"
    }

    static func read(_ bytes: [UInt8], range: Range<Int>, into builder: inout TreeBuilder) {
        unsafe bytes.withUnsafeBufferPointer { all in
            let part = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(all)[range])
            guard let start = unsafe part.baseAddress?.assumingMemoryBound(to: CChar.self),
                let collector = unsafe makeCollector()
            else { return builder.fail(reason: "out of memory", at: range.lowerBound..<range.lowerBound) }
            defer { unsafe fy_diag_destroy(collector) }
            guard let parser = unsafe makeParser(collector) else {
                return builder.fail(reason: "out of memory", at: range.lowerBound..<range.lowerBound)
            }
            defer { unsafe fy_parser_destroy(parser) }
            let place = Place(range: range)
            guard unsafe fy_parser_set_string(parser, start, part.count) == 0 else {
                return builder.fail(reason: "out of memory", at: range.lowerBound..<range.lowerBound)
            }
            unsafe pump(parser, place, &builder)
            if unsafe fy_parser_get_stream_error(parser), !builder.isFailed {
                unsafe reportError(collector, place, &builder)
            }
        }
    }
}

extension EventReader {
    /// Turns marks into ranges of the file; libfyaml's marks may stand one past the end.
    private struct Place {
        let range: Range<Int>

        /// Nil for a token that was implied, such as a value left out.
        func of(_ token: OpaquePointer?) -> Range<Int>? {
            guard let token = unsafe token, let first = unsafe fy_token_start_mark(token),
                let last = unsafe fy_token_end_mark(token)
            else { return nil }
            let start = unsafe min(range.lowerBound + Int(clamping: first.pointee.input_pos), range.upperBound)
            let end = unsafe min(range.lowerBound + Int(clamping: last.pointee.input_pos), range.upperBound)
            return start..<max(start, end)
        }
    }

    /// Collects errors; what is not collected goes to a function that drops it, so that nothing is printed.
    private static func makeCollector() -> OpaquePointer? {
        var settings = unsafe fy_diag_cfg()
        unsafe fy_diag_cfg_default(&settings)
        unsafe settings.fp = nil
        unsafe settings.output_fn = { _, _, _, _ in }
        guard let collector = unsafe fy_diag_create(&settings) else { return nil }
        unsafe fy_diag_set_collect_errors(collector, true)
        return unsafe collector
    }

    private static func makeParser(_ collector: OpaquePointer) -> OpaquePointer? {
        let flags =
            FYPCF_QUIET.rawValue | FYPCF_COLLECT_DIAG.rawValue | FYPCF_DISABLE_MMAP_OPT.rawValue
            | FYPCF_DEFAULT_VERSION_1_2.rawValue | FYPCF_JSON_NONE.rawValue
        var settings = unsafe fy_parse_cfg()
        unsafe settings.flags = fy_parse_cfg_flags(rawValue: flags)
        unsafe settings.diag = collector
        return unsafe fy_parser_create(&settings)
    }

    /// Every event is freed before the next one; the builder keeps copies only.
    private static func pump(_ parser: OpaquePointer, _ place: Place, _ builder: inout TreeBuilder) {
        while !builder.isFailed, let event = unsafe fy_parser_parse(parser) {
            unsafe handle(event, place, &builder)
            unsafe fy_parser_event_free(parser, event)
        }
    }

    private static func handle(
        _ event: UnsafeMutablePointer<fy_event>, _ place: Place, _ builder: inout TreeBuilder
    ) {
        switch unsafe event.pointee.type {
        case FYET_MAPPING_START:
            let data = unsafe event.pointee.mapping_start
            unsafe builder.addProperties(anchor: place.of(data.anchor), tag: place.of(data.tag))
            unsafe builder.open(.mapping, at: place.of(data.mapping_start))
        case FYET_SEQUENCE_START:
            let data = unsafe event.pointee.sequence_start
            unsafe builder.addProperties(anchor: place.of(data.anchor), tag: place.of(data.tag))
            unsafe builder.open(.sequence, at: place.of(data.sequence_start))
        case FYET_MAPPING_END:
            unsafe builder.close(at: place.of(event.pointee.mapping_end.mapping_end))
        case FYET_SEQUENCE_END:
            unsafe builder.close(at: place.of(event.pointee.sequence_end.sequence_end))
        case FYET_SCALAR:
            let data = unsafe event.pointee.scalar
            unsafe builder.addProperties(anchor: place.of(data.anchor), tag: place.of(data.tag))
            if let token = unsafe data.value, let range = unsafe place.of(token) {
                unsafe builder.addScalar(text(of: token), style: style(of: token), contentRange: range)
            } else {
                builder.addAbsent()
            }
        case FYET_ALIAS:
            if let range = unsafe place.of(event.pointee.alias.anchor) { builder.addAlias(name: range) }
        default: break
        }
    }

    private static func text(of token: OpaquePointer) -> String {
        var length = 0
        guard let start = unsafe fy_token_get_text(token, &length) else { return "" }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    private static func style(of token: OpaquePointer) -> YAMLScalar.Style {
        switch unsafe fy_token_scalar_style(token) {
        case FYSS_SINGLE_QUOTED, FYSS_DOUBLE_QUOTED: .quoted
        case FYSS_LITERAL, FYSS_FOLDED: .block
        default: .plain
        }
    }

    /// The first error; those after it come of it.
    private static func reportError(_ collector: OpaquePointer, _ place: Place, _ builder: inout TreeBuilder) {
        var position: UnsafeMutableRawPointer?
        while let error = unsafe fy_diag_errors_iterate(collector, &position) {
            guard unsafe error.pointee.type == FYET_ERROR else { continue }
            let reason = unsafe error.pointee.msg.map { unsafe String(cString: $0) } ?? ""
            return unsafe builder.fail(reason: reason, at: place.of(error.pointee.fyt) ?? builder.cursorRange)
        }
        builder.fail(reason: "", at: builder.cursorRange)
    }
}
