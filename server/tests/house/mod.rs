mod architecture;
mod demo;
mod matrix;
mod statements;
mod words;
