/// Quotes and what a dollar sign begins.
extension ShellReader {
    mutating func quotation(_ code: inout CodeScanner) {
        let isWordStart = beginsWord(code)
        switch code.current {
        case 0x22: openQuotes(&code)
        case 0x27: single(&code)
        case 0x60: backquote(&code)
        default:
            if isWordStart, code.byte(ahead: 1) == 0x20, code.isAtLineStart {
                // A prompt in front of a command.
                return code.take(1, as: .meta)
            }
            dollar(&code, around: .plain)
        }
        expectsCommand = expectsCommand && isBackquoteOpen
    }

    private var isBackquoteOpen: Bool {
        switch frames.last {
        case .backquote, .substitution: expectsCommand
        default: false
        }
    }

    mutating func openQuotes(_ code: inout CodeScanner) {
        guard frames.count < Self.deepest else { return code.advance() }
        code.take(1, as: .string)
        frames.append(.quotes)
    }

    func single(_ code: inout CodeScanner) {
        code.mark(.plain)
        code.advance()
        code.skip { $0 != 0x27 }
        code.advance()
        code.mark(.string)
    }

    private mutating func backquote(_ code: inout CodeScanner) {
        code.take(1, as: .escape)
        if case .backquote = frames.last {
            frames.removeLast()
            expectsCommand = false
        } else if frames.count < Self.deepest {
            frames.append(.backquote)
            expectsCommand = true
        }
    }

    /// What stands before the dollar sign is `around`.
    mutating func dollar(_ code: inout CodeScanner, around: TokenClass) {
        code.mark(around)
        let next = code.byte(ahead: 1)
        let isRoom = frames.count < Self.deepest
        switch next {
        case 0x28 where isRoom && code.byte(ahead: 2) == 0x28:
            code.advance(3)
            code.mark(.escape)
            frames.append(.arithmetic(parentheses: 0))
        case 0x28 where isRoom:
            code.advance(2)
            code.mark(.escape)
            frames.append(.substitution)
            expectsCommand = true
        case 0x7B where isRoom:
            code.advance(2)
            code.mark(.escape)
            if code.current == 0x23 || code.current == 0x21 { code.take(1, as: .escape) }
            frames.append(.parameter)
        case 0x27 where around == .plain:
            code.advance()
            code.quoted(spansLines: true)
        case 0x22 where around == .plain: code.advance()
        case _ where CodeScanner.isWordStart(next) && next < 0x80:
            code.advance()
            code.skip { CodeScanner.isWordPart($0) && $0 < 0x80 }
            code.mark(.variable)
        case 0x30...0x39, 0x23, 0x24, 0x3F, 0x21, 0x2A, 0x40, 0x2D:
            code.advance(2)
            code.mark(.variable)
        default:
            code.advance()
            code.mark(around)
        }
    }

    mutating func quotes(_ code: inout CodeScanner) {
        code.skip { $0 != 0x22 && $0 != 0x5C && $0 != 0x24 && $0 != 0x60 }
        switch code.current {
        case 0x22:
            code.advance()
            code.mark(.string)
            frames.removeLast()
        case 0x5C:
            // Only before these it is an escape; elsewhere it is itself.
            let isEscape = [0x22, 0x5C, 0x24, 0x60, 0x0A].contains(code.byte(ahead: 1))
            code.mark(.string)
            code.advance()
            code.advanceCharacter()
            code.mark(isEscape ? .escape : .string)
        case 0x24: dollar(&code, around: .string)
        case 0x60:
            code.mark(.string)
            backquote(&code)
        default:
            code.advance()
            code.mark(.string)
        }
    }

    /// Inside `${ }`.
    mutating func parameter(_ code: inout CodeScanner) {
        switch code.current {
        case 0x7D:
            code.take(1, as: .escape)
            frames.removeLast()
        case 0x24: dollar(&code, around: .plain)
        case 0x22: openQuotes(&code)
        case 0x27: single(&code)
        case 0x5C: code.advance(2)
        case 0x60: backquote(&code)
        case let byte where CodeScanner.isWordPart(byte) && byte < 0x80:
            code.mark(.plain)
            code.skip { CodeScanner.isWordPart($0) && $0 < 0x80 }
            code.mark(.variable)
        default: code.advance()
        }
    }

    /// Inside `$(( ))`.
    mutating func arithmetic(_ code: inout CodeScanner, _ open: Int) {
        switch code.current {
        case 0x28:
            frames[frames.count - 1] = .arithmetic(parentheses: open + 1)
            code.advance()
        case 0x29 where open > 0:
            frames[frames.count - 1] = .arithmetic(parentheses: open - 1)
            code.advance()
        case 0x29:
            code.take(code.byte(ahead: 1) == 0x29 ? 2 : 1, as: .escape)
            frames.removeLast()
        case 0x24: dollar(&code, around: .plain)
        case 0x22: openQuotes(&code)
        case 0x60: backquote(&code)
        case let byte where CodeScanner.isDigit(byte): code.number()
        case let byte where CodeScanner.isWordStart(byte):
            _ = code.word()
            code.mark(.variable)
        default: code.advance()
        }
    }
}
