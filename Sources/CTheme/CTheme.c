#include "CTheme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Templates/assets/images/favicon.svg"
};
static const unsigned char file_1[] = {
#embed "../../Templates/assets/images/icon.png"
};
static const unsigned char file_2[] = {
#embed "../../Templates/assets/images/social.png"
};
static const unsigned char file_3[] = {
#embed "../../Templates/assets/search.css"
};
static const unsigned char file_4[] = {
#embed "../../Templates/assets/search.js"
};
static const unsigned char file_5[] = {
#embed "../../Templates/assets/site.css"
};
static const unsigned char file_6[] = {
#embed "../../Templates/assets/site.js"
};
static const unsigned char file_7[] = {
#embed "../../Templates/assets/tables.js"
};
static const unsigned char file_8[] = {
#embed "../../Templates/crawlers.yaml"
};
static const unsigned char file_9[] = {
#embed "../../Templates/layouts/article.html"
};
static const unsigned char file_10[] = {
#embed "../../Templates/layouts/base.html"
};
static const unsigned char file_11[] = {
#embed "../../Templates/macros/dates.html"
};
static const unsigned char file_12[] = {
#embed "../../Templates/macros/links.html"
};
static const unsigned char file_13[] = {
#embed "../../Templates/pages/answer.html"
};
static const unsigned char file_14[] = {
#embed "../../Templates/pages/checklist.html"
};
static const unsigned char file_15[] = {
#embed "../../Templates/pages/comparison.html"
};
static const unsigned char file_16[] = {
#embed "../../Templates/pages/doc.html"
};
static const unsigned char file_17[] = {
#embed "../../Templates/pages/example.html"
};
static const unsigned char file_18[] = {
#embed "../../Templates/pages/faq.html"
};
static const unsigned char file_19[] = {
#embed "../../Templates/pages/glossary-term.html"
};
static const unsigned char file_20[] = {
#embed "../../Templates/pages/guide.html"
};
static const unsigned char file_21[] = {
#embed "../../Templates/pages/home.html"
};
static const unsigned char file_22[] = {
#embed "../../Templates/pages/hub.html"
};
static const unsigned char file_23[] = {
#embed "../../Templates/pages/model.html"
};
static const unsigned char file_24[] = {
#embed "../../Templates/pages/not-found.html"
};
static const unsigned char file_25[] = {
#embed "../../Templates/pages/prices.html"
};
static const unsigned char file_26[] = {
#embed "../../Templates/pages/redirect.html"
};
static const unsigned char file_27[] = {
#embed "../../Templates/pages/search.html"
};
static const unsigned char file_28[] = {
#embed "../../Templates/pages/status.html"
};
static const unsigned char file_29[] = {
#embed "../../Templates/pages/trust.html"
};
static const unsigned char file_30[] = {
#embed "../../Templates/pages/vendor.html"
};
static const unsigned char file_31[] = {
#embed "../../Templates/partials/actions.html"
};
static const unsigned char file_32[] = {
#embed "../../Templates/partials/agent-note.html"
};
static const unsigned char file_33[] = {
#embed "../../Templates/partials/breadcrumbs.html"
};
static const unsigned char file_34[] = {
#embed "../../Templates/partials/byline.html"
};
static const unsigned char file_35[] = {
#embed "../../Templates/partials/catalog-status.html"
};
static const unsigned char file_36[] = {
#embed "../../Templates/partials/changes.html"
};
static const unsigned char file_37[] = {
#embed "../../Templates/partials/code.html"
};
static const unsigned char file_38[] = {
#embed "../../Templates/partials/definition.html"
};
static const unsigned char file_39[] = {
#embed "../../Templates/partials/english-summary.html"
};
static const unsigned char file_40[] = {
#embed "../../Templates/partials/evidence.html"
};
static const unsigned char file_41[] = {
#embed "../../Templates/partials/follow-ups.html"
};
static const unsigned char file_42[] = {
#embed "../../Templates/partials/footer.html"
};
static const unsigned char file_43[] = {
#embed "../../Templates/partials/head.html"
};
static const unsigned char file_44[] = {
#embed "../../Templates/partials/header.html"
};
static const unsigned char file_45[] = {
#embed "../../Templates/partials/mentions.html"
};
static const unsigned char file_46[] = {
#embed "../../Templates/partials/model-facts.html"
};
static const unsigned char file_47[] = {
#embed "../../Templates/partials/model-table.html"
};
static const unsigned char file_48[] = {
#embed "../../Templates/partials/next-steps.html"
};
static const unsigned char file_49[] = {
#embed "../../Templates/partials/notes.html"
};
static const unsigned char file_50[] = {
#embed "../../Templates/partials/notices.html"
};
static const unsigned char file_51[] = {
#embed "../../Templates/partials/page-end.html"
};
static const unsigned char file_52[] = {
#embed "../../Templates/partials/pager.html"
};
static const unsigned char file_53[] = {
#embed "../../Templates/partials/price-table.html"
};
static const unsigned char file_54[] = {
#embed "../../Templates/partials/related.html"
};
static const unsigned char file_55[] = {
#embed "../../Templates/partials/short-answer.html"
};
static const unsigned char file_56[] = {
#embed "../../Templates/partials/siblings.html"
};
static const unsigned char file_57[] = {
#embed "../../Templates/partials/sources.html"
};
static const unsigned char file_58[] = {
#embed "../../Templates/partials/steps.html"
};
static const unsigned char file_59[] = {
#embed "../../Templates/partials/toc.html"
};
static const unsigned char file_60[] = {
#embed "../../Templates/partials/trust.html"
};
static const unsigned char file_61[] = {
#embed "../../Templates/partials/uptime.html"
};
static const unsigned char file_62[] = {
#embed "../../Templates/text/en.yaml"
};
static const unsigned char file_63[] = {
#embed "../../Templates/text/zh.yaml"
};

static const citable_theme_file files[] = {
    {"assets/images/favicon.svg", file_0, sizeof file_0},
    {"assets/images/icon.png", file_1, sizeof file_1},
    {"assets/images/social.png", file_2, sizeof file_2},
    {"assets/search.css", file_3, sizeof file_3},
    {"assets/search.js", file_4, sizeof file_4},
    {"assets/site.css", file_5, sizeof file_5},
    {"assets/site.js", file_6, sizeof file_6},
    {"assets/tables.js", file_7, sizeof file_7},
    {"crawlers.yaml", file_8, sizeof file_8},
    {"layouts/article.html", file_9, sizeof file_9},
    {"layouts/base.html", file_10, sizeof file_10},
    {"macros/dates.html", file_11, sizeof file_11},
    {"macros/links.html", file_12, sizeof file_12},
    {"pages/answer.html", file_13, sizeof file_13},
    {"pages/checklist.html", file_14, sizeof file_14},
    {"pages/comparison.html", file_15, sizeof file_15},
    {"pages/doc.html", file_16, sizeof file_16},
    {"pages/example.html", file_17, sizeof file_17},
    {"pages/faq.html", file_18, sizeof file_18},
    {"pages/glossary-term.html", file_19, sizeof file_19},
    {"pages/guide.html", file_20, sizeof file_20},
    {"pages/home.html", file_21, sizeof file_21},
    {"pages/hub.html", file_22, sizeof file_22},
    {"pages/model.html", file_23, sizeof file_23},
    {"pages/not-found.html", file_24, sizeof file_24},
    {"pages/prices.html", file_25, sizeof file_25},
    {"pages/redirect.html", file_26, sizeof file_26},
    {"pages/search.html", file_27, sizeof file_27},
    {"pages/status.html", file_28, sizeof file_28},
    {"pages/trust.html", file_29, sizeof file_29},
    {"pages/vendor.html", file_30, sizeof file_30},
    {"partials/actions.html", file_31, sizeof file_31},
    {"partials/agent-note.html", file_32, sizeof file_32},
    {"partials/breadcrumbs.html", file_33, sizeof file_33},
    {"partials/byline.html", file_34, sizeof file_34},
    {"partials/catalog-status.html", file_35, sizeof file_35},
    {"partials/changes.html", file_36, sizeof file_36},
    {"partials/code.html", file_37, sizeof file_37},
    {"partials/definition.html", file_38, sizeof file_38},
    {"partials/english-summary.html", file_39, sizeof file_39},
    {"partials/evidence.html", file_40, sizeof file_40},
    {"partials/follow-ups.html", file_41, sizeof file_41},
    {"partials/footer.html", file_42, sizeof file_42},
    {"partials/head.html", file_43, sizeof file_43},
    {"partials/header.html", file_44, sizeof file_44},
    {"partials/mentions.html", file_45, sizeof file_45},
    {"partials/model-facts.html", file_46, sizeof file_46},
    {"partials/model-table.html", file_47, sizeof file_47},
    {"partials/next-steps.html", file_48, sizeof file_48},
    {"partials/notes.html", file_49, sizeof file_49},
    {"partials/notices.html", file_50, sizeof file_50},
    {"partials/page-end.html", file_51, sizeof file_51},
    {"partials/pager.html", file_52, sizeof file_52},
    {"partials/price-table.html", file_53, sizeof file_53},
    {"partials/related.html", file_54, sizeof file_54},
    {"partials/short-answer.html", file_55, sizeof file_55},
    {"partials/siblings.html", file_56, sizeof file_56},
    {"partials/sources.html", file_57, sizeof file_57},
    {"partials/steps.html", file_58, sizeof file_58},
    {"partials/toc.html", file_59, sizeof file_59},
    {"partials/trust.html", file_60, sizeof file_60},
    {"partials/uptime.html", file_61, sizeof file_61},
    {"text/en.yaml", file_62, sizeof file_62},
    {"text/zh.yaml", file_63, sizeof file_63},
};

const citable_theme_file *citable_theme_file_at(int index) {
    int count = sizeof files / sizeof files[0];
    return index >= 0 && index < count ? &files[index] : 0;
}
