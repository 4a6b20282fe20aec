//! That what is written and painted can be seen, by day and by night.

use super::*;

/// Relative luminance and contrast as WCAG 2 defines them.
fn contrast(a: Color32, b: Color32) -> f32 {
    let linear = |c: u8| {
        let c = f32::from(c) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |c: Color32| 0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b());
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A translucent color over an opaque one.
fn over(above: Color32, below: Color32) -> Color32 {
    below.blend(above)
}

#[test]
fn text_can_be_read_on_every_surface() {
    for palette in [&LIGHT, &DARK] {
        for surface in
            [palette.paper, palette.pane, palette.input, palette.raised, palette.wash, palette.selection]
        {
            assert!(contrast(palette.ink, surface) >= 7.0, "ink on {surface:?}");
        }
        for surface in [palette.paper, palette.pane, palette.input, palette.raised, palette.wash] {
            for text in [palette.quiet, palette.accent, palette.good, palette.warn, palette.bad] {
                assert!(
                    contrast(text, surface) >= 4.5,
                    "{text:?} on {surface:?}: {}",
                    contrast(text, surface)
                );
            }
        }
        assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
        for surface in [palette.found, palette.found_now] {
            assert!(contrast(palette.ink, surface) >= 4.5, "ink on {surface:?}");
        }
    }
}

#[test]
fn pictures_can_be_read_by_day_and_by_night() {
    for palette in [&LIGHT, &DARK] {
        for place in 0..Tone::SERIES {
            assert!(contrast(palette.tone(Tone::Series(place)), palette.paper) >= 3.0, "{place}");
        }
        for place in 0..Tone::SHADES {
            let on_shade = contrast(palette.tone(Tone::OnShade(place)), palette.tone(Tone::Shade(place)));
            assert!(on_shade >= 4.5, "{place}: {on_shade}");
        }
    }
}

#[test]
fn parties_can_be_read_and_carry_text() {
    for palette in [&LIGHT, &DARK] {
        for party in palette.parties {
            assert!(contrast(party, palette.paper) >= 4.5, "{party:?}");
            assert!(contrast(party, palette.pane) >= 4.5, "{party:?}");
            assert!(contrast(palette.ink, over(palette.strong_tint(party), palette.paper)) >= 4.5);
        }
    }
}

#[test]
fn controls_can_be_told_from_what_they_lie_on() {
    for palette in [&LIGHT, &DARK] {
        let mut style = egui::Style::default();
        dress(&mut style, palette);
        let widgets = &style.visuals.widgets;
        for surface in [palette.paper, palette.pane, palette.input, palette.raised, palette.wash] {
            for look in [&widgets.inactive, &widgets.hovered, &widgets.active, &widgets.open] {
                let edge = contrast(look.bg_stroke.color, surface);
                assert!(edge >= 3.0, "{:?} on {surface:?}: {edge}", look.bg_stroke.color);
                assert!(contrast(look.fg_stroke.color, look.bg_fill) >= 4.5);
            }
            for edge in [outline(palette).color, ring(palette.dark).color] {
                assert!(
                    contrast(edge, surface) >= 3.0,
                    "{edge:?} on {surface:?}: {}",
                    contrast(edge, surface)
                );
            }
        }
        let text = [Some(style.visuals.text_color()), style.visuals.weak_text_color];
        for text in text.into_iter().flatten() {
            assert!(contrast(text, style.visuals.panel_fill) >= 4.5, "{text:?}");
        }
    }
}

#[test]
fn the_report_has_the_colors_of_the_window() {
    let style = include_str!("../../export/report/style.css");
    let (day, night) = style.split_once("prefers-color-scheme: dark").unwrap();
    for (palette, rules) in [(&LIGHT, day), (&DARK, night)] {
        let has = |name: &str, color: Color32| {
            let [r, g, b, _] = color.to_array();
            let rule = format!("--{name}: #{r:02x}{g:02x}{b:02x};");
            assert!(rules.contains(&rule), "{rule}");
        };
        has("paper", palette.paper);
        has("ink", palette.ink);
        has("quiet", palette.quiet);
        has("line", palette.line);
        has("accent", palette.accent);
        has("good", palette.good);
        has("warn", palette.warn);
        has("bad", palette.bad);
        has("found", palette.found);
        palette.parties.iter().enumerate().for_each(|(at, color)| has(&format!("side-{at}"), *color));
        for place in 0..Tone::SERIES {
            has(&format!("series-{place}"), palette.tone(Tone::Series(place)));
        }
        for place in 0..Tone::SHADES {
            has(&format!("shade-{place}"), palette.tone(Tone::Shade(place)));
            has(&format!("on-shade-{place}"), palette.tone(Tone::OnShade(place)));
        }
    }
}
