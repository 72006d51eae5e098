mod architecture;
mod matrix;
mod statements;
mod words;
