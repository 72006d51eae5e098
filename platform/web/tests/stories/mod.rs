mod forms;
mod limits;
mod nights;
mod sign_in;
