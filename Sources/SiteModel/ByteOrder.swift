import Glibc

/// The order of texts by their bytes, which is the same in every locale.
extension String {
    package func precedesByBytes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { two -> Bool in
                guard let first = one.baseAddress, let second = two.baseAddress else { return one.count < two.count }
                let difference = memcmp(first, second, min(one.count, two.count))
                return difference != 0 ? difference < 0 : one.count < two.count
            }
        }
        if case .some(.some(let order)) = order { return order }
        return utf8.lexicographicallyPrecedes(other.utf8)
    }
}
