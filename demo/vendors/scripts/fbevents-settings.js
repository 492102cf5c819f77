// Per-pixel settings: the real one switches features on here; this one only shows that it was loaded.
(window.__fbeventsSettings = window.__fbeventsSettings || []).push({ loaded: true });
