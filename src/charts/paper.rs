//! The colors of files: those of the window by day, whatever the window looks like at the moment, since
//! a file goes on paper or into a document.

use super::scene::Tone;

const INK: u32 = 0x1E_22_26;
const WHITE: u32 = 0xFF_FF_FF;
/// After Okabe and Ito, whose colors people with any color vision can tell apart; darker, so that each
/// stands out from paper.
const SERIES: [u32; Tone::SERIES] = [0x00_5F_9E, 0xD1_7A_00, 0x00_8A_66, 0xB8_5C_96, 0x3D_9B_D3];
/// One hue from pale to deep.
const SHADES: [u32; Tone::SHADES] = [0xCF_E0_F3, 0x8F_B9_E3, 0x3A_74_B5, 0x17_3F_75];
const ON_SHADES: [u32; Tone::SHADES] = [INK, INK, WHITE, WHITE];

/// The color of a file's picture, as 0xRRGGBB.
pub fn color(tone: Tone) -> u32 {
    let of = |colors: &[u32], place: usize| colors.get(place).copied().unwrap_or(INK);
    match tone {
        Tone::Paper => WHITE,
        Tone::Ink => INK,
        Tone::Quiet => 0x5A_60_66,
        Tone::Line => 0xD9_D6_CF,
        Tone::Series(place) => of(&SERIES, place),
        Tone::Shade(place) => of(&SHADES, place),
        Tone::OnShade(place) => of(&ON_SHADES, place),
    }
}

/// The color as files spell it: `#1e2226`.
pub fn hex(tone: Tone) -> String {
    format!("#{:06x}", color(tone))
}
