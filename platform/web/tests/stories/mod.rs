mod bounds;
mod forms;
mod limits;
mod nights;
mod panics;
mod sign_in;
mod status;
