mod bounds;
mod forms;
mod limits;
mod nights;
mod nodes;
mod panics;
mod sign_in;
mod status;
