//! The database itself refuses to change what stays: triggers, which a migration asks for by a line of its own.

/// `-- stays as written: <table>`: its rows are never changed.
const WRITTEN: &str = "-- stays as written: ";
/// `-- stays there: <table>`: its rows are never removed.
const THERE: &str = "-- stays there: ";

/// The text of a migration with the triggers that it asks for.
pub(crate) fn guarded(text: &str, for_postgres: bool) -> String {
    let line = |line: &str| match (line.strip_prefix(WRITTEN), line.strip_prefix(THERE)) {
        (Some(table), _) => trigger(table, "written", "UPDATE", for_postgres),
        (_, Some(table)) => trigger(table, "there", "DELETE", for_postgres),
        _ => line.to_owned(),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn trigger(table: &str, name: &str, change: &str, for_postgres: bool) -> String {
    let name = format!("{table}_{name}");
    if for_postgres {
        return format!(
            "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'rows of {table} stay as they are'; END $$;\n\
             CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();"
        );
    }
    format!(
        "CREATE TRIGGER {name} BEFORE {change} ON {table} \
         BEGIN SELECT RAISE(ABORT, 'rows of {table} stay as they are'); END;"
    )
}
