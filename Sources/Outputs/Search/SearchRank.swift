/// How much a text says about what a page is about. The numbers stand in the index.
package enum SearchRank: UInt8, Sendable, CaseIterable {
    case title = 0
    case question = 1
    case answer = 2
    case heading = 3
    case body = 4
    /// What all pages say, and what tells of other pages.
    case margin = 5

    var digit: UInt8 { 0x30 + rawValue }

    /// What templates call it: `data-search="margin"`.
    /// - Parameter first: the byte that the name begins with.
    init?(nameFrom first: UInt8) {
        switch first {
        case 0x74: self = .title
        case 0x71: self = .question
        case 0x61: self = .answer
        case 0x68: self = .heading
        case 0x62: self = .body
        case 0x6D: self = .margin
        default: return nil
        }
    }
}
