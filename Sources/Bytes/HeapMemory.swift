// Memory for buffers that one value owns.
internal import Glibc

/// Memory of the C library. What the standard library allocates for pointers asks for an alignment, which costs several times as
/// much and leaves gaps; this is aligned for anything that buffers hold.
@unsafe package enum HeapMemory {
    /// Stops the program when there is no memory, as Swift does.
    package static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
        guard let memory = unsafe malloc(max(byteCount, 1)) else { abort() }
        return unsafe memory
    }

    /// The same contents in memory of another size, perhaps elsewhere; only for contents that may be moved as bytes.
    package static func resize(_ memory: UnsafeMutableRawPointer, to byteCount: Int) -> UnsafeMutableRawPointer {
        guard let larger = unsafe realloc(memory, max(byteCount, 1)) else { abort() }
        return unsafe larger
    }

    /// Gives memory back that came from here.
    package static func free(_ memory: UnsafeMutableRawPointer) { unsafe Glibc.free(memory) }
}
