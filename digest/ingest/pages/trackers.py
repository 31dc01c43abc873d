"""The parameters of addresses that say how a reader came to a page, and never which page it is."""

from __future__ import annotations

import re

# Whole names, in lower case.
NAMES = frozenset({
    # Clicks on adverts and links in social networks
    "fbclid", "fb_clid", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "gclid", "gclsrc", "gad_source",
    "gad_campaignid", "gbraid", "wbraid", "dclid", "tclid", "ttclid", "twclid", "li_fat_id", "msclkid", "yclid",
    "ysclid", "ymclid", "epik", "igsh", "igshid", "irclickid", "irgwc", "rb_clickid", "rdt_cid", "sccid", "srsltid",
    "wickedid", "__twitter_impression", "_branch_match_id", "_branch_referrer", "tblci", "obclick_id",
    "outbrainclickid",
    # Newsletters
    "_hsenc", "_hsmi", "__hsfp", "__hssc", "__hstc", "hsctatracking", "mc_cid", "mc_eid", "mc_tc", "mkt_tok",
    "ck_subscriber_id", "dm_i", "et_rid", "et_cid", "elqtrack", "elqtrackid", "oly_anon_id", "oly_enc_id",
    "ml_subscriber", "ml_subscriber_hash", "sc_customer", "sc_eh", "sc_lid", "sc_llid", "sc_uid", "ss_email_id",
    "vero_conv", "vero_id", "bsft_clkid", "bsft_eid", "bsft_mid", "bsft_uid", "mkcid", "mkrid", "trk_contact",
    "trk_msg", "trk_sid", "__s",
    # Counting of visits
    "utm", "_ga", "_gl", "_openstat", "echobox", "ftag", "feature_id", "wt.mc_id", "wt_zmc", "wt_mc", "xtor", "s_cid",
    "s_kwcid", "icid", "intcid", "intcmp", "int_cmp", "int_source", "int_medium", "int_campaign", "ncid", "ocid",
    "cmp", "cmpid", "smid", "smtyp", "sr_share", "taid", "tracking_source", "guccounter", "guce_referrer",
    "guce_referrer_sig",
    # Who is signed in
    "phpsessid", "jsessionid", "aspsessionid",
})  # fmt: skip
# What all names that begin so are.
BEGINNINGS = re.compile(
    r"utm_|mtm_|matomo_|piwik_|pk_|hsa_|hmb_|otm_|itm_|ga_(?:source|medium|term|content|campaign|place)"
    r"|at_(?:medium|campaign|custom\d|link_|format|ptr_name|bbc_team)|ns_(?:campaign|fee|linkname|mchannel|source)|guce_|vn_",
    re.IGNORECASE,
)


def is_tracker(name: str) -> bool:
    """Whether a parameter is a tracker's: "utm_source" → True; "id" → False."""
    return name.lower() in NAMES or bool(BEGINNINGS.match(name))
