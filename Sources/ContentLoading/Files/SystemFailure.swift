package import Diagnostics
import Glibc

/// What the system says of a call that failed.
package enum SystemFailure {
    /// The system's own words, which are English, for what seldom happens.
    ///
    /// - Parameter code: an errno.
    package static func reason(_ code: Int32) -> Message {
        let english = String(cString: strerror(code))
        let chinese =
            switch code {
            case ENOSPC: "磁盘已满"
            case EDQUOT: "超出磁盘配额"
            case EACCES, EPERM: "没有权限"
            case EROFS: "文件系统只读"
            case EIO: "磁盘读写出错"
            case EMFILE, ENFILE: "打开的文件太多"
            case ENOENT: "文件不存在"
            default: english
            }
        return Message(en: english, zh: chinese)
    }
}
