mod forms;
mod limits;
mod nights;
mod nodes;
mod sign_in;
