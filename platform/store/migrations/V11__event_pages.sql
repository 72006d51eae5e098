-- An event is written in fewer pages: nothing looks for events by their organisation alone, and what waits needs no number
-- beside its id.
DROP INDEX event_of_org;
/* what waits by its key */
