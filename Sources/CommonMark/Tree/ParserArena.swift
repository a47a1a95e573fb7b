internal import CLinux
internal import Glibc

/// The memory of one thread's parser: handed out in order, given back all at once when the tree is done with.
///
/// A tree is many small blocks that live and die together; to hand them out one by one costs more than to read the text. The
/// parser's memory functions get no context, so the arena is found through the thread. It is used by one tree at a time.
@safe struct ParserArena {
    /// A stretch of memory; its header links it to the one before.
    @unsafe private struct Chunk {
        var older: UnsafeMutablePointer<Chunk>?
        var size: Int
        var used: Int
    }

    /// Room for a block's size before each block, and the alignment of all blocks.
    private static let header = 16
    /// Bytes of a chunk's own header, rounded up to the alignment.
    private static let chunkHeader = unsafe (MemoryLayout<Chunk>.size + 15) & ~15
    private static let firstChunk = 256 << 10
    /// A chunk above this size is not kept for the next text.
    private static let largestKept = 4 << 20

    private var chunk: UnsafeMutablePointer<Chunk>?
    private var last: UnsafeMutableRawPointer?
    private var isBusy = false

    /// The arena of this thread; made when it is first asked for, freed with the thread.
    static var current: UnsafeMutablePointer<ParserArena> {
        // Only this function stores there.
        let place = unsafe citable_thread_place()
        if let known = unsafe place?.pointee { return unsafe known.assumingMemoryBound(to: ParserArena.self) }
        let made = UnsafeMutablePointer<ParserArena>.allocate(capacity: 1)
        unsafe made.initialize(to: ParserArena())
        unsafe pthread_setspecific(key, made)
        unsafe place?.pointee = UnsafeMutableRawPointer(made)
        return unsafe made
    }

    /// Frees a thread's arena when the thread ends.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        unsafe pthread_key_create(&key) { stored in
            guard let stored = unsafe stored else { return }
            let arena = unsafe stored.assumingMemoryBound(to: ParserArena.self)
            unsafe arena.pointee.release(keepingOne: false)
            unsafe arena.deallocate()
        }
        return key
    }()

    /// Takes the arena for a tree; false when another tree of this thread has it.
    mutating func begin() -> Bool {
        if isBusy { return false }
        isBusy = true
        return true
    }

    /// Takes back all that was handed out.
    mutating func end() {
        release(keepingOne: true)
        isBusy = false
    }

    /// Memory of at least `size` bytes with any content.
    mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let wanted = (size + Self.header + 15) & ~15
        if unsafe chunk == nil || chunk.unsafelyUnwrapped.pointee.size - chunk.unsafelyUnwrapped.pointee.used < wanted {
            addChunk(for: wanted)
        }
        // A chunk with room was just made sure of.
        let current = unsafe chunk.unsafelyUnwrapped
        let block = unsafe UnsafeMutableRawPointer(current) + current.pointee.used + Self.header
        unsafe block.storeBytes(of: wanted - Self.header, toByteOffset: -Self.header, as: Int.self)
        unsafe current.pointee.used += wanted
        unsafe last = block
        return unsafe block
    }

    /// The block with at least `size` bytes; it may have moved.
    mutating func resize(_ block: UnsafeMutableRawPointer, to size: Int) -> UnsafeMutableRawPointer {
        let old = unsafe block.load(fromByteOffset: -Self.header, as: Int.self)
        if size <= old { return unsafe block }
        if unsafe block == last, let current = unsafe chunk {
            let more = (size - old + 15) & ~15
            if unsafe current.pointee.size - current.pointee.used >= more {
                unsafe current.pointee.used += more
                unsafe block.storeBytes(of: old + more, toByteOffset: -Self.header, as: Int.self)
                return unsafe block
            }
        }
        let moved = unsafe allocate(max(size, old + old / 2))
        unsafe moved.copyMemory(from: block, byteCount: old)
        return unsafe moved
    }

    /// Takes a block back when it was the last one handed out; others stay until the end.
    mutating func free(_ block: UnsafeMutableRawPointer) {
        guard unsafe block == last, let current = unsafe chunk else { return }
        unsafe current.pointee.used -= block.load(fromByteOffset: -Self.header, as: Int.self) + Self.header
        unsafe last = nil
    }

    private mutating func addChunk(for wanted: Int) {
        let before = unsafe chunk.map { unsafe $0.pointee.size } ?? Self.firstChunk / 2
        let start = Self.chunkHeader
        let size = max(before * 2, wanted + start)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        let made = unsafe memory.bindMemory(to: Chunk.self, capacity: 1)
        unsafe made.initialize(to: Chunk(older: chunk, size: size, used: start))
        unsafe chunk = made
        unsafe last = nil
    }

    /// Frees the chunks; keeps the newest, which is the largest, for the next text.
    private mutating func release(keepingOne: Bool) {
        var next = unsafe chunk
        unsafe chunk = nil
        unsafe last = nil
        while let current = unsafe next {
            unsafe next = current.pointee.older
            if unsafe keepingOne && chunk == nil && current.pointee.size <= Self.largestKept {
                unsafe current.pointee.older = nil
                unsafe current.pointee.used = Self.chunkHeader
                unsafe chunk = current
            } else {
                unsafe UnsafeMutableRawPointer(current).deallocate()
            }
        }
    }
}
