#ifndef CITABLE_CTHEME_H
#define CITABLE_CTHEME_H

/// A file of the theme that ships with Citable: `Templates/` of this repository as it was when the program was built.
typedef struct {
    /// Path below `Templates/`.
    const char *path;
    const unsigned char *bytes;
    long length;
} citable_theme_file;

/// The file at an index, sorted by path; null behind the last one. It lives as long as the program.
const citable_theme_file *citable_theme_file_at(int index);

#endif
