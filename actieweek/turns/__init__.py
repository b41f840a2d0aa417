"""Writers to SQLite in the order in which they came."""
